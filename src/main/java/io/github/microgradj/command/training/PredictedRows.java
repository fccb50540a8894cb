package io.github.microgradj.command.training;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.github.microgradj.data.CsvRows;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.nn.Signature;
import io.github.microgradj.text.Repr;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of a file with a network's prediction for each: a class and its probability, or a number. */
final class PredictedRows {
    private static final MathContext DIGITS = new MathContext(4);

    private final CsvRows rows;
    private final List<String> classes;
    private final String target;
    private final boolean isNumber;
    private final double[] @Nullable [] outputs;

    /**
     * Computes the predictions for the given rows.
     *
     * @param rows the rows; a row with a missing value gets no prediction
     */
    PredictedRows(CsvRows rows, MLP model) {
        this.rows = rows;
        Optional<Signature> names = model.signature();
        this.classes = names.map(Signature::classes).orElse(List.of());
        this.target = names.map(Signature::target).orElse("");
        this.isNumber = classes.isEmpty();
        this.outputs = new double[rows.inputs().length][];
        int[] complete = IntStream.range(0, outputs.length)
                .filter(row -> Arrays.stream(rows.inputs()[row]).noneMatch(Double::isNaN))
                .toArray();
        double[][] predicted = model.predict(
                IntStream.of(complete).mapToObj(row -> rows.inputs()[row]).toArray(double[][]::new));
        for (int i = 0; i < complete.length; i++) {
            outputs[complete[i]] = predicted[i];
        }
    }

    /** Returns the number of rows. */
    int size() {
        return outputs.length;
    }

    /** Returns the names of the columns to add, which differ from those in the file. */
    List<String> added() {
        return Stream.of("predicted", isNumber ? "" : "probability")
                .filter(name -> !name.isEmpty())
                .map(this::free)
                .toList();
    }

    private String free(String name) {
        String free = name;
        for (int i = 2; rows.names().contains(free); i++) {
            free = name + "_" + i;
        }
        return free;
    }

    /** Returns the cells to add to a row, which are empty strings if there is no prediction. */
    private List<String> added(int row, boolean rounded) {
        double[] output = outputs[row];
        if (output == null) {
            return isNumber ? List.of("") : List.of("", "");
        }
        if (isNumber) {
            return List.of(number(output[0], rounded));
        }
        int label = MLP.classOf(output);
        return List.of(classes.get(label), number(probability(output, label), rounded));
    }

    private static String number(double x, boolean rounded) {
        return Repr.of(
                rounded && Double.isFinite(x) ? new BigDecimal(x).round(DIGITS).doubleValue() : x);
    }

    /** Returns the softmax probability of a class; a single score is the logit of class 1. */
    private static double probability(double[] scores, int label) {
        double[] logits = scores.length == 1 ? new double[] {0, scores[0]} : scores;
        double largest = Arrays.stream(logits).max().orElse(0);
        double sum = Arrays.stream(logits).map(z -> StrictMath.exp(z - largest)).sum();
        return StrictMath.exp(logits[label] - largest) / sum;
    }

    /** Returns the contents of the file with the added columns. */
    String csv() {
        StringWriter text = new StringWriter();
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            writer.writeRecord(joined(rows.names(), added()));
            for (int row = 0; row < outputs.length; row++) {
                writer.writeRecord(joined(rows.cells().get(row), added(row, false)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Returns the header and the first rows for the screen, with the predictions as the first columns. */
    List<List<String>> table(int most) {
        List<List<String>> table = new ArrayList<>(List.of(joined(added(), rows.names())));
        for (int row = 0; row < Math.min(most, outputs.length); row++) {
            table.add(joined(added(row, true), rows.cells().get(row)));
        }
        return table;
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** Returns the name of the predicted column, or an empty string if it has no name. */
    String target() {
        return target;
    }

    /** Returns remarks on what was ignored and what looks odd, one line for each. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>(rows.remarks());
        if (!unknownClasses().isEmpty()) {
            remarks.add("classes that are unknown to the network: " + String.join(", ", unknownClasses()));
        }
        return remarks;
    }

    /**
     * Returns a line with the accuracy or the errors of the predictions, or empty if no row has both a prediction and
     * the target.
     *
     * @param what the name for rows that have a prediction and the target
     */
    Optional<String> score(String what) {
        int[] known = IntStream.range(0, rows.labels().size())
                .filter(row -> outputs[row] != null && !rows.labels().get(row).isEmpty())
                .filter(row -> !isNumber || !Double.isNaN(rows.targets()[row]))
                .toArray();
        if (known.length == 0) {
            return Optional.empty();
        }
        String on = " on " + known.length + " " + (known.length == 1 ? what.replaceFirst("s\\b", "") : what);
        return Optional.of((isNumber ? fit(known) : accuracy(known)) + on);
    }

    private String accuracy(int... known) {
        long right = IntStream.of(known)
                .filter(row -> classes.get(MLP.classOf(output(row))).equals(trueClass(row)))
                .count();
        return "accuracy " + number(100.0 * right / known.length, true) + "%";
    }

    private double[] output(int row) {
        double[] output = outputs[row];
        return output == null ? new double[0] : output;
    }

    /**
     * Returns the class of the network that a row is labelled with, or an empty string if there is none. The labels 1,
     * 1.0 and 01 denote the same class.
     */
    private String trueClass(int row) {
        String label = rows.labels().get(row);
        if (classes.contains(label)) {
            return label;
        }
        double number = rows.targets()[row];
        return classes.stream()
                .filter(name -> isNumber(name) && Double.parseDouble(name) == number)
                .findFirst()
                .orElse("");
    }

    private static boolean isNumber(String name) {
        return name.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,9})?");
    }

    /** Returns the labels that are not classes of the network. */
    private List<String> unknownClasses() {
        return isNumber
                ? List.of()
                : IntStream.range(0, rows.labels().size())
                        .filter(row -> !rows.labels().get(row).isEmpty()
                                && trueClass(row).isEmpty())
                        .mapToObj(rows.labels()::get)
                        .distinct()
                        .toList();
    }

    /**
     * Returns R2, which is 1 - (sum of squared errors) / (sum of squared deviations from the mean), followed by the
     * mean absolute error.
     */
    private String fit(int... known) {
        double mean = IntStream.of(known)
                .mapToDouble(row -> rows.targets()[row])
                .average()
                .orElse(0);
        double errors = 0;
        double deviations = 0;
        double absolute = 0;
        for (int row : known) {
            double error = output(row)[0] - rows.targets()[row];
            errors += error * error;
            absolute += Math.abs(error);
            deviations += (rows.targets()[row] - mean) * (rows.targets()[row] - mean);
        }
        return "R2 " + number(1 - errors / deviations, true) + ", mean absolute error "
                + number(absolute / known.length, true);
    }
}
