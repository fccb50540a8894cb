package io.github.microgradj.command.training;

import io.github.microgradj.command.Evaluator;
import io.github.microgradj.data.Dataset;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.output.Printer;
import io.github.microgradj.train.TrainingRun;
import io.github.microgradj.train.TrainingStep;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * The variables that a training run sets. JShell needs a tenth of a second to declare them for the first time, so they
 * are declared during training, when JShell is otherwise idle.
 */
final class TrainingVariables implements AutoCloseable {
    private static final String MODEL = MLP.class.getCanonicalName();
    private static final String DATA = Dataset.class.getCanonicalName();
    private static final String HISTORY = "java.util.List<io.github.microgradj.train.TrainingStep>";

    private final Evaluator evaluator;
    private final Printer printer;
    private final CompletableFuture<List<String>> declared;
    private boolean told;

    TrainingVariables(Evaluator evaluator, Printer printer, MLP model, Dataset data) {
        this.evaluator = evaluator;
        this.printer = printer;
        this.declared = CompletableFuture.supplyAsync(
                () -> Stream.of(
                                evaluator.declare("model", MODEL, model),
                                evaluator.declare("data", DATA, data),
                                evaluator.declare("history", HISTORY, List.<TrainingStep>of()))
                        .flatMap(Optional::stream)
                        .toList(),
                TrainingVariables::start);
    }

    /** Declares the variables on a separate thread, because user code may block all threads of the common pool. */
    private static void start(Runnable declaring) {
        Thread thread = new Thread(declaring, "declaring variables");
        thread.setDaemon(true);
        thread.start();
    }

    /** Sets the variables to the results of the training run. */
    void set(TrainingRun run) {
        close();
        evaluator.publish("model", MODEL, run.model());
        evaluator.publish("data", DATA, run.data());
        evaluator.publish("history", HISTORY, run.history());
    }

    /**
     * Waits for the declarations and prints their notes about the user's own variables. This is also done after a
     * failed run, which declares the variables, too.
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
