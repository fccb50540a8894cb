package io.github.microgradj.data;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The format of a CSV file: how its lines are split into cells and how its numbers are written.
 *
 * @param separator the character between two cells
 * @param point the decimal separator
 * @param comments whether lines that start with # are skipped
 * @param skipped the number of lines before the first row
 */
record CsvFormat(char separator, char point, boolean comments, int skipped) {
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');
    private static final int ROWS = 100;

    /** Matches text whose first line names the separator as Excel does, such as {@code sep=;}. */
    private static final Pattern EXCEL = Pattern.compile("\"?sep=([,;\t|~^: ])\"?\r?\n.*", Pattern.DOTALL);

    private static final Pattern WITH_COMMA = Pattern.compile("[-+]?\\d+,\\d+([eE][-+]?\\d+)?");
    private static final Pattern WITH_POINT = Pattern.compile("[-+]?\\d*\\.\\d+([eE][-+]?\\d+)?");
    private static final Pattern SPACES = Pattern.compile("\\S+(?: \\S+)+");
    private static final Pattern MANY_SPACES = Pattern.compile("\\S+(?: +\\S+)+");

    /** Infers the format of a file from its beginning. */
    static CsvFormat of(String text, CsvOptions options) {
        Matcher excel = EXCEL.matcher(text);
        int skipped = excel.matches() ? 1 : 0;
        List<Character> candidates = options.separator()
                .map(List::of)
                .orElse(excel.matches() ? List.of(excel.group(1).charAt(0)) : SEPARATORS);
        boolean comments = text.startsWith("#") || text.contains("\n#") || text.contains("\r#");
        List<CsvFormat> formats = new ArrayList<>();
        for (char separator : candidates) {
            CsvFormat plain = new CsvFormat(separator, '.', false, skipped);
            formats.add(comments && plain.hasComments(text) ? plain.withComments() : plain);
        }
        CsvFormat best = formats.stream()
                .filter(format -> format.score(text, options) > 0)
                .max(Comparator.comparingDouble(format -> format.score(text, options)))
                .orElse(formats.get(0));
        char point = options.decimal().orElse(best.separator != ',' && best.hasDecimalCommas(text) ? ',' : '.');
        return new CsvFormat(best.separator, point, best.comments, best.skipped);
    }

    private CsvFormat withComments() {
        return new CsvFormat(separator, point, true, skipped);
    }

    CsvReader.CsvReaderBuilder reader() {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .commentStrategy(comments ? CommentStrategy.SKIP : CommentStrategy.NONE)
                .trimWhitespacesAroundQuotes(true)
                .allowExtraFields(true)
                .allowMissingFields(true);
    }

    /**
     * Returns the first rows in the text, at most {@code most}, without blank ones.
     *
     * @throws CsvParseException if one of these rows is malformed
     */
    List<List<String>> rows(String text, int most) {
        List<List<String>> rows = new ArrayList<>();
        addRows(text, most, rows);
        return rows;
    }

    /** Returns the first rows, stopping before a malformed one. The format is inferred from these rows. */
    private List<List<String>> unbrokenRows(String text) {
        List<List<String>> rows = new ArrayList<>();
        try {
            addRows(text, ROWS, rows);
        } catch (CsvParseException e) {
            return rows; // The error is reported when the whole file is read.
        }
        return rows;
    }

    private void addRows(String text, int most, List<List<String>> rows) {
        try (CsvReader<CsvRecord> reader = reader().ofCsvRecord(text)) {
            reader.skipLines(skipped);
            for (CsvRecord row : reader) {
                List<String> cells = row.getFields().stream().map(String::strip).toList();
                if (!cells.stream().allMatch(String::isEmpty)) {
                    rows.add(cells);
                }
                if (rows.size() == most) {
                    break;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns whether lines that start with # are comments. They are not if each of them has as many cells as most
     * other lines. For example, {@code # x,y} may be a header, and {@code #ff0000,1} may be a row that begins with a
     * colour.
     */
    private boolean hasComments(String text) {
        List<List<String>> rows = unbrokenRows(text);
        int common = common(rows.stream().filter(row -> !isMarked(row)).toList());
        return rows.stream().anyMatch(row -> isMarked(row) && row.size() != common);
    }

    private static boolean isMarked(List<String> row) {
        return row.get(0).startsWith("#");
    }

    /** Returns the most common number of cells in a row. */
    private static int common(List<List<String>> rows) {
        Map<Integer, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.merge(row.size(), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    /**
     * Returns how well this separator splits the text: the fraction of rows with the most common number of cells, times
     * the mean score of their cells; 0 if there is a single column. A cell scores 1, or 0.4 if it contains another
     * separator that is not a decimal comma.
     */
    private double score(String text, CsvOptions options) {
        List<List<String>> rows = unbrokenRows(text);
        int columns = common(rows);
        if (columns < 2) {
            return 0;
        }
        int fitting = 0;
        double clean = 0;
        for (List<String> row : rows) {
            if (row.size() == columns) {
                fitting++;
                clean += row.stream().mapToDouble(cell -> clean(cell, options)).sum() / columns;
            }
        }
        return (double) fitting / rows.size() * clean / fitting;
    }

    private double clean(String cell, CsvOptions options) {
        boolean decimalComma = separator != ','
                && !options.decimal().equals(Optional.of('.'))
                && WITH_COMMA.matcher(cell).matches();
        boolean dirty = IntStream.range(0, SEPARATORS.size())
                .anyMatch(i -> SEPARATORS.get(i) != separator && cell.indexOf(SEPARATORS.get(i)) >= 0);
        return !dirty || decimalComma ? 1 : 0.4;
    }

    /**
     * Returns whether numbers have decimal commas, that is, whether more cells look like {@code 1,5} than like {@code
     * 1.5}.
     */
    private boolean hasDecimalCommas(String text) {
        int commas = 0;
        int points = 0;
        for (List<String> row : unbrokenRows(text)) {
            for (String cell : row) {
                commas += WITH_COMMA.matcher(cell).matches() ? 1 : 0;
                points += WITH_POINT.matcher(cell).matches() ? 1 : 0;
            }
        }
        return commas > points;
    }

    /** Returns advice for a file that has a single column. */
    static String hint(String firstRow) {
        if (SPACES.matcher(firstRow).matches()) {
            return "; use --separator space to split it at spaces";
        }
        return MANY_SPACES.matcher(firstRow).matches()
                ? "; if spaces separate the columns, replace them with commas"
                : "; use --separator to name a separator other than , ; | or tab";
    }

    /**
     * Returns descriptions of how the format differs from the default: comma separators, decimal points and no
     * comments.
     */
    List<String> differences() {
        List<String> differences = new ArrayList<>();
        if (separator != ',') {
            differences.add("separator " + (separator == '\t' ? "tab" : "\"" + separator + "\""));
        }
        if (point != '.') {
            differences.add("decimal comma");
        }
        if (comments) {
            differences.add("lines that start with # are comments");
        }
        return differences;
    }
}
