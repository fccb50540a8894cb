package io.github.microgradj.command.training;

import io.github.microgradj.command.Command;
import io.github.microgradj.command.CommandContext;
import io.github.microgradj.command.UserError;
import io.github.microgradj.command.VariableNames;
import io.github.microgradj.data.CsvRows;
import io.github.microgradj.io.AtomicFile;
import io.github.microgradj.io.FileFault;
import io.github.microgradj.nn.MLP;
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
        CsvRows rows = CsvInput.rows(context, file, network, csv.options());
        PredictedRows predicted = new PredictedRows(rows, network);
        report(predicted, context.printer());
        return Outcome.SUCCESS;
    }

    private void report(PredictedRows predicted, Printer printer) throws UserError {
        boolean piped = out.isEmpty() && !printer.isTerminal();
        // In a pipe, only the rows go to standard output.
        Consumer<String> remark = piped ? printer::error : printer::note;
        predicted.remarks().forEach(remark);
        if (out.isPresent()) {
            write(out.get(), predicted.csv());
            printer.line("wrote " + out.get() + " (" + predicted.size() + (predicted.size() == 1 ? " row)" : " rows)"));
        } else if (piped) {
            printer.line(predicted.csv().stripTrailing());
        } else {
            show(predicted, printer);
        }
        predicted.score("rows with " + predicted.target()).ifPresent(piped ? printer::error : printer::line);
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
