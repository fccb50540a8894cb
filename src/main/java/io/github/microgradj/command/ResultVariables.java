package io.github.microgradj.command;

import io.github.microgradj.output.Printer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The variables that a long-running command sets. JShell needs a tenth of a second to declare them for the first time,
 * so they are declared while the command runs, when JShell is otherwise idle.
 */
public final class ResultVariables implements AutoCloseable {
    private final Evaluator evaluator;
    private final Printer printer;
    private final CompletableFuture<List<String>> declared;
    private boolean told;

    /**
     * A variable and the value to which it is set.
     *
     * @param name the name of the variable
     * @param type its type as Java source, with fully qualified class names
     */
    public record ResultVariable(String name, String type, Object value) {
        /** Returns a variable whose type is the class of its value. */
        public static ResultVariable of(String name, Object value) {
            return new ResultVariable(name, value.getClass().getCanonicalName(), value);
        }
    }

    /** Starts to declare the variables, with the values that they have while the command runs. */
    public ResultVariables(Evaluator evaluator, Printer printer, List<ResultVariable> initial) {
        this.evaluator = evaluator;
        this.printer = printer;
        this.declared = CompletableFuture.supplyAsync(
                () -> initial.stream()
                        .map(each -> evaluator.declare(each.name, each.type, each.value))
                        .flatMap(Optional::stream)
                        .toList(),
                ResultVariables::start);
    }

    /** Declares the variables on a separate thread, because user code may block all threads of the common pool. */
    private static void start(Runnable declaring) {
        Thread thread = new Thread(declaring, "declaring variables");
        thread.setDaemon(true);
        thread.start();
    }

    /** Sets the variables to the results of the command. */
    public void set(List<ResultVariable> results) {
        close();
        results.forEach(each -> evaluator.publish(each.name, each.type, each.value));
    }

    /**
     * Waits for the declarations and prints their notes about the user's own variables. This is also done after a
     * failed run, because such a run has declared the variables, too.
     */
    @Override
    public void close() {
        List<String> notes = declared.join();
        if (!told) {
            notes.forEach(note -> printer.note(note));
            told = true;
        }
    }
}
