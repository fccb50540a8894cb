package io.github.microgradj.command.training;

import io.github.microgradj.data.CsvColumn;
import io.github.microgradj.data.CsvReading;
import io.github.microgradj.data.Dataset;
import io.github.microgradj.output.Printer;
import io.github.microgradj.output.Printer.Style;
import io.github.microgradj.output.TextTable;
import io.github.microgradj.text.Sparkline;
import io.github.microgradj.text.TextWidth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table that describes a data set, with a row for each column: its kind, its range and a histogram. */
final class DataTable {
    private static final int BINS = 10;
    private static final int LONGEST_NAME = 20;
    private static final int SHORTEST_NAME = 6;
    private static final int GAP = 2;
    private static final List<String> HEAD = List.of("column", "kind", "min", "mean", "max", "missing", "histogram");
    private static final int MISSING = 5;

    private final Dataset data;
    private final boolean unicode;
    private final List<List<String>> rows = new ArrayList<>(List.of(HEAD));

    private DataTable(Dataset data, boolean unicode) {
        this.data = data;
        this.unicode = unicode;
    }

    /** Returns the table of a data set. */
    static DataTable of(Dataset data, boolean unicode) {
        DataTable table = new DataTable(data, unicode);
        for (int feature = 0; feature < data.features(); feature++) {
            String name = data.featureNames().isEmpty()
                    ? "x" + (feature + 1)
                    : data.featureNames().get(feature);
            table.numbers(name, "number", table.feature(feature), 0);
        }
        table.target(data.targetName().isEmpty() ? "label" : data.targetName(), 0);
        return table;
    }

    /** Returns the table of a file, including the columns that were left out. */
    static DataTable of(CsvReading reading, boolean unicode) {
        DataTable table = new DataTable(reading.data(), unicode);
        int feature = 0;
        for (CsvColumn column : reading.columns()) {
            switch (column.use()) {
                case TARGET -> table.target(column.name(), column.missing());
                case LEFT_OUT -> table.row(column.name(), "left out", "", "", "", column.missing(), "");
                case FEATURE -> table.column(column, feature);
            }
            feature += column.features().size();
        }
        return table;
    }

    private void column(CsvColumn column, int feature) {
        switch (column.kind()) {
            case NUMBER, DATE -> numbers(column.name(), "number", feature(feature), column.missing());
            case BOOLEAN -> numbers(column.name(), "yes/no", feature(feature), column.missing());
            case TEXT -> {
                int[] counts = IntStream.range(
                                feature, feature + column.features().size())
                        .map(each ->
                                (int) Math.round(Arrays.stream(feature(each)).sum()))
                        .toArray();
                row(column.name(), "text", "", "", "", column.missing(), Sparkline.of(counts, unicode));
            }
        }
    }

    private double[] feature(int feature) {
        return Arrays.stream(data.inputs()).mapToDouble(row -> row[feature]).toArray();
    }

    private void target(String name, int missing) {
        if (data.isRegression()) {
            numbers(name, "target", data.targets(), missing);
        } else {
            row(name, "class", "", "", "", missing, Sparkline.of(data.counts(), unicode));
        }
    }

    private void numbers(String name, String kind, double[] numbers, int missing) {
        double low = Arrays.stream(numbers).min().orElse(0);
        double high = Arrays.stream(numbers).max().orElse(0);
        double mean =
                Arrays.stream(numbers).map(number -> number / numbers.length).sum();
        int[] counts = new int[BINS];
        for (double number : numbers) {
            double place = high > low ? (number / 2 - low / 2) / (high / 2 - low / 2) : 0.5;
            counts[Math.min(BINS - 1, (int) (place * BINS))]++;
        }
        row(
                name,
                kind,
                CsvReading.figure(low),
                CsvReading.figure(mean),
                CsvReading.figure(high),
                missing,
                Sparkline.of(counts, unicode));
    }

    private void row(String name, String kind, String min, String mean, String max, int missing, String histogram) {
        rows.add(List.of(name, kind, min, mean, max, missing == 0 ? "" : String.valueOf(missing), histogram));
    }

    /** Returns the table as text, with numbers right-aligned and long names truncated. */
    String text(Printer printer) {
        List<Integer> shown = IntStream.range(0, HEAD.size())
                .filter(column -> column != MISSING
                        || rows.stream().skip(1).anyMatch(row -> !row.get(MISSING)
                                .isEmpty()))
                .boxed()
                .toList();
        int[] widths = IntStream.range(0, HEAD.size())
                .map(column -> rows.stream()
                        .mapToInt(row -> TextWidth.of(row.get(column)))
                        .max()
                        .orElse(0))
                .toArray();
        int others =
                shown.stream().skip(1).mapToInt(column -> widths[column] + GAP).sum();
        int longest = printer.isTerminal()
                ? Math.max(SHORTEST_NAME, Math.min(LONGEST_NAME, printer.columns() - 1 - others))
                : LONGEST_NAME;
        Style[] styles = new Style[shown.size()];
        Arrays.fill(styles, Style.PLAIN);
        styles[0] = Style.NAME;
        TextTable table = new TextTable(styles);
        for (List<String> row : rows) {
            table.row(shown.stream()
                    .map(column -> column == 0
                            ? TextWidth.line(row.get(0), longest)
                            : column >= 2 && column <= MISSING
                                    ? " "
                                                    .repeat(widths[column]
                                                            - row.get(column).length())
                                            + row.get(column)
                                    : row.get(column))
                    .toArray(String[]::new));
        }
        return table.text(printer).lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
    }
}
