package io.github.microgradj.data;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Labels converted to classes: in numeric order if all labels are numbers (then {@code 1}, {@code 1.0} and {@code 01}
 * are one class), otherwise in order of first appearance.
 *
 * @param classes the name of each class, spelled like its first label
 * @param indices the class of each label
 * @param numeric whether all labels are numbers
 */
record Labels(List<String> classes, int[] indices, boolean numeric) {
    /** What stands between several labels in a cell. */
    private static final List<String> BETWEEN = List.of(";", "|", ",");

    /** Of the cells, the least share with several labels that is no accident: a quarter. */
    private static final int LEAST_SHARE = 4;

    /**
     * Returns the first cell with several labels if many have some, and if these labels come alone or with others, too:
     * then they are no words with a comma.
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

    /** Returns the labels in a cell; none if one of them is empty. */
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
