package io.github.microgradj.data;

import java.util.List;
import java.util.Optional;

/**
 * Options for reading a CSV file, such as {@code CsvOptions.defaults().withLabel("species").withDrop("id")}. Options
 * that are not set are inferred from the file.
 *
 * @param label the column to predict: its name, its index (0 is the first column, -1 the last) or {@code last}
 * @param separator the character between two cells
 * @param decimal the decimal separator, a point or a comma
 * @param header whether the first row contains the column names
 * @param features the columns to learn from, by name or index; if empty, all except the label and those to leave out
 * @param drop the columns to leave out, by name or index
 * @param missing how to handle missing values
 * @param task whether to predict a class or a number
 */
public record CsvOptions(
        Optional<String> label,
        Optional<Character> separator,
        Optional<Character> decimal,
        Optional<Boolean> header,
        List<String> features,
        List<String> drop,
        Missing missing,
        Optional<Dataset.Task> task) {
    private static final CsvOptions DEFAULTS = new CsvOptions(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Missing.REFUSE,
            Optional.empty());

    /**
     * How to handle missing values, which are empty cells, {@code NA}, {@code N/A}, {@code NaN}, {@code ?} and {@code
     * null}.
     */
    public enum Missing {
        /** Reject the file with an error that gives the number of missing values in each column. */
        REFUSE,
        /** Leave out rows that have a missing value. */
        DROP,
        /** Replace missing values with the mean of the feature, and leave out rows without a label. */
        MEAN
    }

    public CsvOptions {
        features = List.copyOf(features);
        drop = List.copyOf(drop);
        separator.ifPresent(CsvOptions::requireSeparator);
        if (decimal.isPresent() && decimal.get() != '.' && decimal.get() != ',') {
            throw new IllegalArgumentException(
                    "expected a point or a comma as the decimal separator, got \"" + decimal.get() + "\"");
        }
        if (decimal.isPresent() && decimal.equals(separator)) {
            throw new IllegalArgumentException(
                    "expected a separator other than the decimal separator, got \"" + decimal.get() + "\" for both");
        }
    }

    private static void requireSeparator(char separator) {
        if (Character.isLetterOrDigit(separator) || "\"'#\\\r\n.+-".indexOf(separator) >= 0) {
            throw new IllegalArgumentException(
                    "expected a separator such as a semicolon or a tab, got \"" + separator + "\"");
        }
    }

    /** Returns options with nothing set: everything is inferred from the file, and missing values are an error. */
    public static CsvOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Returns a copy of these options with the given column to predict: its name, its index (0 is the first column, -1
     * the last) or {@code last}.
     */
    public CsvOptions withLabel(String column) {
        return new CsvOptions(Optional.of(column), separator, decimal, header, features, drop, missing, task);
    }

    /** Returns a copy of these options with the given character as the separator between cells. */
    public CsvOptions withSeparator(char character) {
        return new CsvOptions(label, Optional.of(character), decimal, header, features, drop, missing, task);
    }

    /** Returns a copy of these options with the given decimal separator, a point or a comma. */
    public CsvOptions withDecimal(char character) {
        return new CsvOptions(label, separator, Optional.of(character), header, features, drop, missing, task);
    }

    /** Returns a copy of these options that says whether the first row contains the column names. */
    public CsvOptions withHeader(boolean present) {
        return new CsvOptions(label, separator, decimal, Optional.of(present), features, drop, missing, task);
    }

    /** Returns a copy of these options with the given columns to learn from, by name or index. */
    public CsvOptions withFeatures(String... columns) {
        return new CsvOptions(label, separator, decimal, header, List.of(columns), drop, missing, task);
    }

    /** Returns a copy of these options with the given columns to leave out, by name or index. */
    public CsvOptions withDrop(String... columns) {
        return new CsvOptions(label, separator, decimal, header, features, List.of(columns), missing, task);
    }

    /** Returns a copy of these options with the given handling of missing values. */
    public CsvOptions withMissing(Missing policy) {
        return new CsvOptions(label, separator, decimal, header, features, drop, policy, task);
    }

    /** Returns a copy of these options that says whether to predict a class or a number. */
    public CsvOptions withTask(Dataset.Task wanted) {
        return new CsvOptions(label, separator, decimal, header, features, drop, missing, Optional.of(wanted));
    }
}
