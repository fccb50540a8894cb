package io.github.microgradj.command.training;

import io.github.microgradj.command.CommandContext;
import io.github.microgradj.command.UserError;
import io.github.microgradj.data.CsvOptions;
import io.github.microgradj.data.CsvRows;
import io.github.microgradj.data.Dataset;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.nn.Signature;
import java.nio.file.Path;

/**
 * A file of samples on which the trained network is tested. Training does not use them at all.
 *
 * @param file the file
 * @param rows its rows, with the columns that training uses
 * @param network the network, with names for its columns and classes
 */
record TestFile(Path file, CsvRows rows, MLP network) {
    /**
     * Reads the file before training, so that an error in it is reported at once.
     *
     * @throws UserError if the file does not have the column to predict, or has no values in that column
     */
    static TestFile read(CommandContext context, Path file, MLP model, Dataset data, CsvOptions options)
            throws UserError {
        MLP network = model.withSignature(new Signature(data.featureNames(), data.targetName(), data.classNames()));
        CsvRows rows = CsvInput.rows(context, file, network, options);
        if (rows.labels().stream().allMatch(String::isEmpty)) {
            throw new UserError(file + (rows.labels().isEmpty() ? " has no column " : " has no values in the column ")
                    + '"' + data.targetName()
                    + "\" to test the predictions with; :predict takes files without that column");
        }
        return new TestFile(file, rows, network);
    }

    /** Shows how good the predictions are. */
    void show(TrainingDisplay display) {
        PredictedRows predicted = new PredictedRows(rows, network);
        predicted.remarks().forEach(remark -> display.note(name() + ": " + remark));
        display.note(name() + ": " + predicted.score("test samples").orElse("no row has all the values a test needs"));
    }

    private String name() {
        return String.valueOf(file.getFileName());
    }
}
