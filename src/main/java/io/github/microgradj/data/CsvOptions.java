package io.github.microgradj.data;

import java.util.List;
import java.util.Optional;

/**
 * The way to read a CSV file: {@code CsvOptions.defaults().withLabel("species").withDrop("id")}. What is not set is
 * found in the file.
 *
 * @param label the column to predict: its name, its index (0 is the first column, -1 the last) or {@code last}
 * @param separator the character between two cells
 * @param decimal the character before the decimals, a point or a comma
 * @param header whether the first row has the names of the columns
 * @param features the columns to learn from, by name or index; if empty, all but the label
 * @param drop the columns to leave out, by name or index
 * @param missing what to do about missing values
 * @param task whether a class or a number is predicted
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

    /** What to do about missing values: empty cells, {@code NA}, {@code N/A}, {@code NaN}, {@code ?}, {@code null}. */
    public enum Missing {
        /** Refuse the file, with the number of missing values in each column. */
        REFUSE,
        /** Leave out rows with a missing value. */
        DROP,
        /** Fill in the mean of the feature, and leave out rows without a label. */
        MEAN
    }

    public CsvOptions {
        features = List.copyOf(features);
        drop = List.copyOf(drop);
        separator.ifPresent(CsvOptions::requireSeparator);
        if (decimal.isPresent() && decimal.get() != '.' && decimal.get() != ',') {
            throw new IllegalArgumentException(
                    "the decimal character is a point or a comma, got \"" + decimal.get() + "\"");
        }
        if (decimal.isPresent() && decimal.equals(separator)) {
            throw new IllegalArgumentException(
                    "the separator and the decimal character differ, got \"" + decimal.get() + "\" for both");
        }
    }

    private static void requireSeparator(char separator) {
        if (Character.isLetterOrDigit(separator) || "\"'#\\\r\n.+-".indexOf(separator) >= 0) {
            throw new IllegalArgumentException(
                    "a separator is a character such as , ; | or a tab, got \"" + separator + "\"");
        }
    }

    /** Returns options with nothing set: all is found in the file, and missing values are refused. */
    public static CsvOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Returns a copy of these options with the column to predict: its name, its index (0 is the first column, -1
     * the last) or {@code last}.
     */
    public CsvOptions withLabel(String column) {
        return new CsvOptions(Optional.of(column), separator, decimal, header, features, drop, missing, task);
    }

    /** Returns a copy of these options with the character between two cells. */
    public CsvOptions withSeparator(char character) {
        return new CsvOptions(label, Optional.of(character), decimal, header, features, drop, missing, task);
    }

    /** Returns a copy of these options with the character before the decimals, a point or a comma. */
    public CsvOptions withDecimal(char character) {
        return new CsvOptions(label, separator, Optional.of(character), header, features, drop, missing, task);
    }

    /** Returns a copy of these options with whether the first row has the names of the columns. */
    public CsvOptions withHeader(boolean present) {
        return new CsvOptions(label, separator, decimal, Optional.of(present), features, drop, missing, task);
    }

    /** Returns a copy of these options with the columns to learn from, by name or index. */
    public CsvOptions withFeatures(String... columns) {
        return new CsvOptions(label, separator, decimal, header, List.of(columns), drop, missing, task);
    }

    /** Returns a copy of these options with the columns to leave out, by name or index. */
    public CsvOptions withDrop(String... columns) {
        return new CsvOptions(label, separator, decimal, header, features, List.of(columns), missing, task);
    }

    /** Returns a copy of these options with the policy for missing values. */
    public CsvOptions withMissing(Missing policy) {
        return new CsvOptions(label, separator, decimal, header, features, drop, policy, task);
    }

    /** Returns a copy of these options with whether a class or a number is predicted. */
    public CsvOptions withTask(Dataset.Task wanted) {
        return new CsvOptions(label, separator, decimal, header, features, drop, missing, Optional.of(wanted));
    }
}
