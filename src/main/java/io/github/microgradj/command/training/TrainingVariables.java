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
 * The variables that a training leaves. To declare them takes JShell a tenth of a second at first; so that nobody waits for that
 * when the training has ended, it is done while it runs. Nothing else asks JShell for anything meanwhile.
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

    /** Starts a thread rather than using the common pool, whose threads user code may occupy for ever. */
    private static void start(Runnable declaring) {
        Thread thread = new Thread(declaring, "declaring variables");
        thread.setDaemon(true);
        thread.start();
    }

    /** Gives them what they are to hold. */
    void set(TrainingRun run) {
        close();
        evaluator.publish("model", MODEL, run.model());
        evaluator.publish("data", DATA, run.data());
        evaluator.publish("history", HISTORY, run.history());
    }

    /** Waits for them, and tells what else has become of the user's own; so that a training that failed leaves them, too. */
    @Override
    public void close() {
        List<String> notes = declared.join();
        if (!told) {
            notes.forEach(note -> printer.note(note));
            told = true;
        }
    }
}
