package io.github.microgradj.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The column to predict. Unless the task is regression, labels are classes at first; each is stored as the index of its
 * word. If no task is given and all labels are numbers, they become quantities as soon as one of them is not whole or
 * more than 20 of them are distinct.
 */
final class LabelColumn {
    private static final int MOST_CLASSES_OF_NUMBERS = 20;

    private final char point;
    private final boolean mayBeQuantities;
    private boolean quantities;
    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private final Set<Double> numbers = new HashSet<>();
    private double[] values = new double[64];
    private int size;

    /**
     * Creates an empty column.
     *
     * @param numeric whether all cells in the first rows are numbers
     */
    LabelColumn(char point, boolean numeric, Optional<Dataset.Task> task) {
        this.point = point;
        mayBeQuantities = numeric && task.isEmpty();
        quantities = task.isPresent() && task.get() == Dataset.Task.REGRESSION;
    }

    /** Adds a label, or null if it is missing. Returns false if a number was expected and the label is not a number. */
    boolean add(@Nullable String label) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        double value = label == null ? Double.NaN : quantities ? DecimalNumber.parse(label, point) : code(label);
        values[size++] = value;
        return label == null || !Double.isNaN(value);
    }

    private double code(String label) {
        Integer known = codes.get(label);
        if (known != null) {
            return known;
        }
        if (mayBeQuantities) {
            double number = DecimalNumber.parse(label, point);
            numbers.add(number);
            boolean quantity = number != Math.rint(number) || numbers.size() > MOST_CLASSES_OF_NUMBERS;
            if (quantity && !numbers.contains(Double.NaN)) {
                becomeQuantities();
                return number;
            }
        }
        codes.put(label, words.size());
        words.add(label);
        return words.size() - 1;
    }

    private void becomeQuantities() {
        quantities = true;
        for (int i = 0; i < size; i++) {
            values[i] = Double.isNaN(values[i]) ? Double.NaN : DecimalNumber.parse(words.get((int) values[i]), point);
        }
        codes.clear();
        words.clear();
    }

    /** Returns whether the labels are quantities, not classes. */
    boolean isRegression() {
        return quantities;
    }

    boolean isMissing(int row) {
        return Double.isNaN(values[row]);
    }

    /** Returns the number to predict for each of these rows. */
    double[] targets(int... rows) {
        return IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
    }

    /** Returns the class of each of these rows. */
    Labels labels(int... rows) {
        int[] places = new int[words.size()];
        Arrays.fill(places, -1);
        List<String> used = new ArrayList<>();
        int[] labels = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int word = (int) values[rows[i]];
            if (places[word] < 0) {
                places[word] = used.size();
                used.add(words.get(word));
            }
            labels[i] = places[word];
        }
        Labels classes = Labels.of(used, point);
        for (int i = 0; i < rows.length; i++) {
            labels[i] = classes.indices()[labels[i]];
        }
        return new Labels(classes.classes(), labels, classes.numeric());
    }

    /**
     * Labels converted to classes. If all labels are numbers, the classes are in numeric order, and {@code 1},
     * {@code 1.0} and {@code 01} are one class. Otherwise, the classes are in order of first appearance.
     *
     * @param classes the name of each class, spelled like its first label
     * @param indices the class of each label
     * @param numeric whether all labels are numbers
     */
    record Labels(List<String> classes, int[] indices, boolean numeric) {
        /** The separators that may divide a cell into several labels. */
        private static final List<String> BETWEEN = List.of(";", "|", ",");

        /** At least one in this many cells must have several labels; fewer such cells may be a coincidence. */
        private static final int LEAST_SHARE = 4;

        /**
         * Returns the first cell with several labels if many cells have several and most of these share a label with a
         * different cell. The second condition rules out names with a comma, such as {@code Smith, John}, unless most
         * of them have a part in common.
         */
        static Optional<String> several(List<String> cells) {
            for (String between : BETWEEN) {
                List<String> joined = cells.stream()
                        .filter(cell -> parts(cell, between).size() > 1)
                        .toList();
                if (!joined.isEmpty() && joined.size() >= cells.size() / LEAST_SHARE) {
                    Map<String, Set<String>> combinations = new HashMap<>();
                    cells.forEach(cell -> parts(cell, between).forEach(part -> combinations
                            .computeIfAbsent(part, each -> new HashSet<>())
                            .add(cell)));
                    if (joined.stream()
                                    .filter(cell -> parts(cell, between).stream()
                                            .anyMatch(part -> combinations
                                                            .getOrDefault(part, Set.of())
                                                            .size()
                                                    > 1))
                                    .count()
                            > joined.size() / 2) {
                        return Optional.of(joined.get(0));
                    }
                }
            }
            return Optional.empty();
        }

        /** Returns the labels in a cell, or an empty list if one of them is empty. */
        private static List<String> parts(String cell, String between) {
            List<String> parts = Stream.of(cell.split(Pattern.quote(between), -1))
                    .map(String::strip)
                    .toList();
            return parts.contains("") ? List.of() : parts;
        }

        static Labels of(List<String> labels, char point) {
            boolean numeric = labels.stream().allMatch(label -> DecimalNumber.isNumber(label, point));
            return numeric
                    ? of(
                            labels.stream()
                                    .map(label -> new BigDecimal(label.replace(point, '.')))
                                    .toList(),
                            labels,
                            new TreeMap<>())
                    : of(labels, labels, new LinkedHashMap<>());
        }

        /**
         * Returns the classes of the labels.
         *
         * @param places an empty map, whose iteration order is the order of the classes
         */
        private static <K> Labels of(List<K> keys, List<String> labels, Map<K, Integer> places) {
            keys.forEach(key -> places.put(key, 0));
            int count = 0;
            for (Map.Entry<K, Integer> place : places.entrySet()) {
                place.setValue(count++);
            }
            String[] classes = new String[count];
            int[] indices = new int[labels.size()];
            for (int i = indices.length - 1; i >= 0; i--) {
                indices[i] = places.getOrDefault(keys.get(i), -1);
                classes[indices[i]] = labels.get(i);
            }
            return new Labels(List.of(classes), indices, places instanceof TreeMap);
        }
    }
}
