package io.github.microgradj.command.training;

import io.github.microgradj.output.Printer;
import io.github.microgradj.train.TrainingRun;
import io.github.microgradj.train.TrainingStep;
import io.github.microgradj.train.Verdict;
import java.util.Optional;

/**
 * A display that prints a line for each step, as the notebook does, or none with {@code --quiet}. If it prints lines,
 * all other messages go to standard error, so that programs can parse the output.
 */
final class TrainingLines extends TrainingDisplay {
    TrainingLines(Printer printer, Audience audience) {
        super(printer, audience);
    }

    @Override
    public boolean onStep(TrainingStep epoch) {
        if (hasLines()) {
            printer().line(epoch.toString());
        }
        return true;
    }

    @Override
    void end(TrainingRun run) {
        // The printed lines already show everything.
    }

    /**
     * Prints the verdict if training failed, or if the verdict adds to the printed lines, as it does with validation
     * samples, regression data or a file.
     */
    @Override
    void conclude(TrainingRun run, Verdict verdict, Optional<String> remedy) {
        printResult(run.succeeded(verdict) && !(hasLines() && run.isMeasured()), message(run, verdict, remedy));
    }

    @Override
    void detail(String text) {
        // Details are for users; programs read the lines.
    }
}
