package io.github.microgradj.command.training;

import io.github.microgradj.command.Command;
import io.github.microgradj.command.CommandContext;
import io.github.microgradj.command.UserError;
import io.github.microgradj.command.VariableNames;
import io.github.microgradj.data.CsvOptions.Missing;
import io.github.microgradj.data.CsvRows;
import io.github.microgradj.io.AtomicFile;
import io.github.microgradj.io.FileFault;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.nn.Scaling;
import io.github.microgradj.nn.Signature;
import io.github.microgradj.output.Printer;
import io.github.microgradj.output.Printer.Style;
import io.github.microgradj.output.TextTable;
import io.github.microgradj.report.Outcome;
import io.github.microgradj.text.TextWidth;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "predict",
        sortOptions = false,
        description = {
            "Predict a label for each row of a CSV file with a trained network.",
            "Matches the columns by name, in any order. Shows the first rows with their predictions, or writes all rows"
                    + " to a file. In a pipe, it prints all rows as CSV. If the file contains the column to predict,"
                    + " it also reports the accuracy or the error of the predictions."
        })
public final class PredictCommand extends Command {
    private static final int MOST_SHOWN = 10;
    private static final int LONGEST_CELL = 14;
    private static final int GAP = 2;

    @Parameters(index = "0", paramLabel = "FILE", description = "A CSV file with the network's columns.")
    private Path file;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            completionCandidates = VariableNames.class,
            defaultValue = "model",
            description = "The variable that holds the network (default ${DEFAULT-VALUE}).")
    private String model;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the rows with their predictions to FILE (csv).")
    private Optional<Path> out;

    @Mixin
    private CsvFlags csv = new CsvFlags();

    @Override
    public CommandGroup group() {
        return CommandGroup.FIRST;
    }

    @Override
    public Outcome run(CommandContext context) throws UserError {
        MLP network = context.evaluator().variable(model, MLP.class);
        for (String option : List.of("--label", "--features", "--drop", "--task")) {
            if (csv.given().containsKey(option)) {
                context.printer().note("ignored " + option + ": the network determines the columns");
            }
        }
        CsvRows rows = context.evaluator()
                .stoppable(() -> CsvRows.of(file, features(network), target(network), csv.options()));
        PredictedRows predicted = new PredictedRows(complete(rows, network), network);
        report(predicted, rows, context.printer());
        return Outcome.SUCCESS;
    }

    private static List<String> features(MLP network) {
        List<String> names = network.signature().map(Signature::features).orElse(List.of());
        return names.isEmpty()
                ? IntStream.rangeClosed(1, network.inputs())
                        .mapToObj(i -> "x" + i)
                        .toList()
                : names;
    }

    private static String target(MLP network) {
        return network.signature().map(Signature::target).orElse("");
    }

    /** Returns the rows, with missing values filled in if the user asked for it. */
    private CsvRows complete(CsvRows rows, MLP network) throws UserError {
        int incomplete = rows.incomplete().size();
        Missing missing = csv.options().missing();
        if (incomplete == 0 || missing == Missing.DROP) {
            return rows;
        }
        String count = incomplete + (incomplete == 1 ? " row has" : " rows have");
        if (missing == Missing.REFUSE) {
            throw new UserError(
                    file + ": " + count + " missing values; add --missing mean to fill in the mean of the training"
                            + " samples, or --missing drop to predict nothing for such rows");
        }
        double[] means = network.inputScaling()
                .filter(scaling -> scaling.kind().equals("standard"))
                .map(Scaling::shift)
                .orElseThrow(
                        () -> new UserError(count + " missing values, but this network does not store the means of the"
                                + " training samples (it does if trained with --scale standard); add --missing drop"
                                + " to predict nothing for such rows"));
        for (double[] row : rows.inputs()) {
            for (int i = 0; i < row.length; i++) {
                row[i] = Double.isNaN(row[i]) ? means[i] : row[i];
            }
        }
        return rows;
    }

    private void report(PredictedRows predicted, CsvRows rows, Printer printer) throws UserError {
        boolean piped = out.isEmpty() && !printer.isTerminal();
        // In a pipe, only the rows go to standard output.
        Consumer<String> remark = piped ? printer::error : printer::note;
        rows.remarks().forEach(remark);
        if (!predicted.unknownClasses().isEmpty()) {
            remark.accept("classes that are unknown to the network: " + String.join(", ", predicted.unknownClasses()));
        }
        if (out.isPresent()) {
            write(out.get(), predicted.csv());
            printer.line("wrote " + out.get() + " (" + predicted.size() + (predicted.size() == 1 ? " row)" : " rows)"));
        } else if (piped) {
            printer.line(predicted.csv().stripTrailing());
        } else {
            show(predicted, printer);
        }
        predicted.score().ifPresent(piped ? printer::error : printer::line);
    }

    /** Shows the first rows, with as many columns as fit. */
    private static void show(PredictedRows predicted, Printer printer) {
        List<List<String>> table = predicted.table(MOST_SHOWN);
        List<List<String>> shown =
                table.stream().<List<String>>map(row -> new ArrayList<>()).toList();
        int width = 0;
        int columns = table.get(0).size();
        for (int c = 0; c < columns; c++) {
            int column = c;
            List<String> cells = table.stream()
                    .map(row -> TextWidth.line(row.get(column), LONGEST_CELL))
                    .toList();
            width += GAP + cells.stream().mapToInt(TextWidth::of).max().orElse(0);
            if (c > 0 && width >= printer.columns()) {
                break;
            }
            for (int row = 0; row < cells.size(); row++) {
                shown.get(row).add(cells.get(row));
            }
        }
        TextTable text =
                new TextTable(shown.get(0).stream().map(name -> Style.PLAIN).toArray(Style[]::new));
        shown.forEach(row -> text.row(row.toArray(String[]::new)));
        text.text(printer).lines().map(String::stripTrailing).forEach(printer::line);
        int left = predicted.size() - (table.size() - 1);
        int hidden = columns - shown.get(0).size();
        if (left > 0 || hidden > 0) {
            printer.note("not shown: "
                    + Stream.of(counted(left, "row"), counted(hidden, "column"))
                            .filter(each -> !each.isEmpty())
                            .collect(Collectors.joining(" and "))
                    + "; use --out FILE to write all");
        }
    }

    private static String counted(int count, String what) {
        return count == 0 ? "" : count + " " + what + (count == 1 ? "" : "s");
    }

    private static void write(Path target, String text) throws UserError {
        try {
            AtomicFile.write(target, text);
        } catch (IOException e) {
            throw new UserError("cannot write " + target + ": " + FileFault.ofWriting(e));
        }
    }
}
