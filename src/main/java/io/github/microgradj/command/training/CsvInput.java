package io.github.microgradj.command.training;

import io.github.microgradj.command.CommandContext;
import io.github.microgradj.command.UserError;
import io.github.microgradj.data.CsvOptions;
import io.github.microgradj.data.CsvOptions.Missing;
import io.github.microgradj.data.CsvReading;
import io.github.microgradj.data.CsvRows;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.nn.Scaling;
import io.github.microgradj.nn.Signature;
import io.github.microgradj.output.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

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

    /**
     * Reads the rows of a file for a network. The network determines which columns are read. Missing values are filled
     * in if the options say so.
     *
     * @throws UserError if values are missing and the options do not say what to do about them, or if the missing
     *     values cannot be filled in
     */
    static CsvRows rows(CommandContext context, Path file, MLP network, CsvOptions options) throws UserError {
        String target = network.signature().map(Signature::target).orElse("");
        CsvRows rows = context.evaluator().stoppable(() -> CsvRows.of(file, features(network), target, options));
        int incomplete = rows.incomplete().size();
        if (incomplete > 0 && options.missing() != Missing.DROP) {
            String count = file + ": " + incomplete + (incomplete == 1 ? " row has" : " rows have") + " missing values";
            if (options.missing() == Missing.REFUSE) {
                throw new UserError(count + "; add --missing mean to fill in the mean of the training samples,"
                        + " or --missing drop to make no predictions for such rows");
            }
            fillIn(rows, network, count);
        }
        return rows;
    }

    private static List<String> features(MLP network) {
        List<String> names = network.signature().map(Signature::features).orElse(List.of());
        return names.isEmpty()
                ? IntStream.rangeClosed(1, network.inputs())
                        .mapToObj(i -> "x" + i)
                        .toList()
                : names;
    }

    private static void fillIn(CsvRows rows, MLP network, String count) throws UserError {
        double[] means = network.inputScaling()
                .filter(scaling -> scaling.kind().equals("standard"))
                .map(Scaling::shift)
                .orElseThrow(() -> new UserError(count + ", but this network does not store the means of the"
                        + " training samples (it does if trained with --scale standard); add --missing drop to predict"
                        + " nothing for such rows"));
        for (double[] row : rows.inputs()) {
            for (int i = 0; i < row.length; i++) {
                row[i] = Double.isNaN(row[i]) ? means[i] : row[i];
            }
        }
    }
}
