package io.github.microgradj.command.training;

import io.github.microgradj.command.Command;
import io.github.microgradj.command.CommandContext;
import io.github.microgradj.command.UserError;
import io.github.microgradj.command.languagemodel.LanguageFlags;
import io.github.microgradj.data.CsvReading;
import io.github.microgradj.data.Dataset;
import io.github.microgradj.data.Datasets;
import io.github.microgradj.languagemodel.Documents;
import io.github.microgradj.report.Outcome;
import io.github.microgradj.text.DidYouMean;
import io.github.microgradj.text.TextWidth;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "data",
        sortOptions = false,
        description = {
            "Show the columns of a CSV file or a data set.",
            "Reads a file as :train csv does, but does not train. Shows what was read, assumed, left out and filled in,"
                    + " and the range and a histogram of each column. Without an argument, it shows the data set in the"
                    + " variable data."
        })
public final class DataCommand extends Command {
    private static final int SAMPLES = 100;
    private static final long SEED = 1337;

    private final Map<String, String> environment;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILE",
            description = "A CSV file, a variable, or a built-in data set such as moons.")
    private Optional<Path> file;

    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", hidden = true)
    private Optional<Path> afterCsv;

    @Mixin
    private CsvFlags csv = new CsvFlags();

    /**
     * Creates the command.
     *
     * @param environment the environment variables, which show whether the terminal supports Unicode
     */
    public DataCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public CommandGroup group() {
        return CommandGroup.FIRST;
    }

    @Override
    public Outcome run(CommandContext context) throws UserError {
        Optional<Documents> documents = documents(context);
        if (documents.isPresent()) {
            context.printer().page(documents.get().summary());
            return Outcome.SUCCESS;
        }
        Optional<Dataset> known = known(context);
        boolean unicode = !(context.printer().isTerminal() && "dumb".equals(environment.get("TERM")));
        if (known.isPresent()) {
            if (!csv.given().isEmpty()) {
                context.printer()
                        .note("ignored " + String.join(" and ", csv.given().keySet()) + ": only for files");
            }
            page(known.get().toString(), DataTable.of(known.get(), unicode), context);
            return Outcome.SUCCESS;
        }
        Path path = afterCsv.or(() -> file).orElseThrow();
        CsvReading reading = CsvInput.read(context, path, csv.options());
        page(reading.summary(), DataTable.of(reading, unicode), context);
        return Outcome.SUCCESS;
    }

    /**
     * Returns the documents to show, or empty if the argument selects none. They are the built-in names or the value of
     * a variable.
     */
    private Optional<Documents> documents(CommandContext context) {
        String name = file.map(Path::toString).orElse("data");
        return name.equals(LanguageFlags.NAMES)
                ? Optional.of(Documents.names())
                : context.evaluator()
                        .engine()
                        .valueOf(name)
                        .filter(Documents.class::isInstance)
                        .map(Documents.class::cast);
    }

    /** Returns the built-in data set or the variable that the argument names, or empty if the argument is a file. */
    private Optional<Dataset> known(CommandContext context) throws UserError {
        String name = file.map(Path::toString).orElse("data");
        if (afterCsv.isPresent() && !name.equals("csv")) {
            throw new UserError("unexpected argument: " + afterCsv.get());
        }
        if (Datasets.names().contains(name)) {
            return Optional.of(Datasets.make(name, SAMPLES, SEED));
        }
        if (file.isPresent() && (Files.exists(file.get()) || afterCsv.isPresent())) {
            return Optional.empty();
        }
        Optional<Object> value = context.evaluator().engine().valueOf(name);
        if (value.orElse(null) instanceof Dataset data) {
            return Optional.of(data);
        }
        if (file.isEmpty()) {
            throw new UserError(
                    "expected a data set; type :data FILE for a file, or :data moons for a built-in data set");
        }
        if (name.matches("\\w+")) {
            List<String> names = Datasets.names();
            throw new UserError("no file, variable or data set is named " + name + DidYouMean.didYouMean(name, names)
                    + " (the data sets are " + String.join(", ", names) + ")");
        }
        return Optional.empty();
    }

    private static void page(String summary, DataTable table, CommandContext context) {
        int columns = context.printer().columns();
        StringBuilder text = new StringBuilder();
        summary.lines()
                .map(TextWidth::visible)
                .map(line -> context.printer().isTerminal() ? TextWidth.wrapped(line, columns) : line)
                .forEach(line -> text.append(line).append('\n'));
        context.printer().page(text + table.text(context.printer()));
    }
}
