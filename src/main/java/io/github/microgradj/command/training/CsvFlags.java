package io.github.microgradj.command.training;

import io.github.microgradj.command.QuotedWords;
import io.github.microgradj.data.CsvOptions;
import io.github.microgradj.data.CsvOptions.Missing;
import io.github.microgradj.data.Dataset.Task;
import io.github.microgradj.text.DidYouMean;
import io.github.microgradj.text.JavaLiteral;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Command options for reading a CSV file. */
final class CsvFlags {
    private static final Map<String, Character> SEPARATORS =
            Map.of("comma", ',', "semicolon", ';', "tab", '\t', "\\t", '\t', "bar", '|', "pipe", '|', "space", ' ');

    @Option(
            names = "--label",
            paramLabel = "COLUMN",
            description = "The CSV column to predict: its name, its index, counting from 0, or last.")
    private Optional<String> label = Optional.empty();

    @Option(names = "--features", paramLabel = "A,B", split = ",", description = "The columns to learn from.")
    private List<String> features = List.of();

    @Option(names = "--drop", paramLabel = "A,B", split = ",", description = "The columns to leave out.")
    private List<String> drop = List.of();

    @Option(
            names = "--missing",
            paramLabel = "HOW",
            description = "Missing values: refuse the file (default), drop the rows, or fill in the mean.")
    private Optional<String> missing = Optional.empty();

    @Option(
            names = "--task",
            paramLabel = "TASK",
            description = "classification or regression (default: depends on the labels).")
    private Optional<String> task = Optional.empty();

    @Option(
            names = "--separator",
            paramLabel = "CHAR",
            arity = "0..1",
            fallbackValue = ";", // The command line drops a final semicolon.
            description = "Separator between cells: \",\" \";\" \"|\" or tab (default: detected).")
    private Optional<String> separator = Optional.empty();

    @Option(names = "--decimal", paramLabel = "CHAR", description = "Decimal separator: \".\" or \",\".")
    private Optional<String> decimal = Optional.empty();

    @Option(names = "--header", paramLabel = "yes|no", description = "Whether the first row contains the column names.")
    private Optional<String> header = Optional.empty();

    /**
     * Returns these options as {@link CsvOptions}.
     *
     * @throws IllegalArgumentException if the value of an option is invalid
     */
    CsvOptions options() {
        CsvOptions options = CsvOptions.defaults()
                .withFeatures(features.toArray(String[]::new))
                .withDrop(drop.toArray(String[]::new));
        if (label.isPresent()) {
            options = options.withLabel(label.get());
        }
        if (separator.isPresent()) {
            options = options.withSeparator(separator());
        }
        if (decimal.isPresent()) {
            options = options.withDecimal(
                    oneOf("--decimal", decimal.get(), ".", ",").charAt(0));
        }
        if (header.isPresent()) {
            options = options.withHeader(
                    oneOf("--header", header.get(), "yes", "no").equals("yes"));
        }
        if (missing.isPresent()) {
            options = options.withMissing(
                    Missing.valueOf(upper(oneOf("--missing", missing.get(), "refuse", "drop", "mean"))));
        }
        if (task.isPresent()) {
            options =
                    options.withTask(Task.valueOf(upper(oneOf("--task", task.get(), "classification", "regression"))));
        }
        return options;
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    private char separator() {
        String text = separator.orElse(",");
        Character named = SEPARATORS.get(text);
        if (named == null && text.length() != 1) {
            throw new IllegalArgumentException(
                    "--separator must be a single character, such as \";\" or \"|\", or the word tab; got " + text);
        }
        return named == null ? text.charAt(0) : named;
    }

    private static String oneOf(String option, String given, String... known) {
        List<String> names = List.of(known);
        String word = given.toLowerCase(Locale.ROOT);
        if (!names.contains(word)) {
            throw new IllegalArgumentException(option + " must be one of " + String.join(", ", names) + "; got " + given
                    + DidYouMean.didYouMean(word, names));
        }
        return word;
    }

    /** Returns the options that the user set, with their values. */
    Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        label.ifPresent(value -> given.put("--label", value));
        if (!features.isEmpty()) {
            given.put("--features", String.join(",", features));
        }
        if (!drop.isEmpty()) {
            given.put("--drop", String.join(",", drop));
        }
        missing.ifPresent(value -> given.put("--missing", value));
        task.ifPresent(value -> given.put("--task", value));
        separator.ifPresent(value -> given.put("--separator", value));
        decimal.ifPresent(value -> given.put("--decimal", value));
        header.ifPresent(value -> given.put("--header", value));
        return given;
    }

    /** Returns the options that the user set, in the form in which they are typed, each preceded by a space. */
    String words() {
        return given().entrySet().stream()
                .map(option -> word(option.getKey(), option.getValue()))
                .collect(Collectors.joining());
    }

    private static String word(String option, String value) {
        boolean plain = !value.startsWith("-") && !value.startsWith("@");
        return plain ? " " + option + " " + QuotedWords.quoted(value) : " " + QuotedWords.quoted(option + "=" + value);
    }

    /** Returns the second argument of {@code Datasets.csv} as a Java expression. */
    String code() {
        List<String> calls = new ArrayList<>();
        label.ifPresent(column -> calls.add("withLabel(" + JavaLiteral.of(column) + ")"));
        if (calls.size() == given().size()) {
            return label.map(JavaLiteral::of).orElse("CsvOptions.defaults()");
        }
        if (!features.isEmpty()) {
            calls.add("withFeatures(" + literals(features) + ")");
        }
        if (!drop.isEmpty()) {
            calls.add("withDrop(" + literals(drop) + ")");
        }
        missing.ifPresent(how -> calls.add("withMissing(CsvOptions.Missing." + upper(how) + ")"));
        task.ifPresent(each -> calls.add("withTask(Dataset.Task." + upper(each) + ")"));
        separator.ifPresent(each -> calls.add("withSeparator('" + (separator() == '\t' ? "\\t" : separator()) + "')"));
        decimal.ifPresent(each -> calls.add("withDecimal('" + each + "')"));
        header.ifPresent(each -> calls.add("withHeader(" + each.equalsIgnoreCase("yes") + ")"));
        return "CsvOptions.defaults()." + String.join(".", calls);
    }

    private static String literals(List<String> names) {
        return names.stream().map(JavaLiteral::of).collect(Collectors.joining(", "));
    }
}
