package io.github.microgradj.command.training;

import io.github.microgradj.command.CommandContext;
import io.github.microgradj.command.UserError;
import io.github.microgradj.data.CsvOptions;
import io.github.microgradj.data.CsvReading;
import io.github.microgradj.output.Progress;
import java.nio.file.Path;

/** A reader of CSV files for commands. It shows its progress, and Ctrl-C can stop it. */
final class CsvInput {
    private CsvInput() {}

    static CsvReading read(CommandContext context, Path file, CsvOptions options) throws UserError {
        Progress progress = Progress.start(context.printer(), "reading " + file.getFileName());
        try {
            return context.evaluator().stoppable(() -> CsvReading.of(file, options, progress::setShare));
        } finally {
            progress.end();
        }
    }
}
