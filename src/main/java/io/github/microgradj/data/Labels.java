package io.github.microgradj.data;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The column of labels as classes: in numeric order if all labels are numbers (then {@code 1}, {@code 1.0} and
 * {@code 01} are one class), else in order of first appearance.
 *
 * @param classes the name of each class, as its first label spells it
 * @param indices the class of each label
 * @param numeric whether all labels are numbers
 */
record Labels(List<String> classes, int[] indices, boolean numeric) {
    /** Matches decimals only, not {@code NaN}, {@code 1d} or {@code 0x1p3}, which Java also reads as doubles. */
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,9})?");

    static Labels of(List<String> labels) {
        boolean numeric = labels.stream().allMatch(Labels::isNumber);
        return numeric
                ? of(labels.stream().map(BigDecimal::new).toList(), labels, new TreeMap<>())
                : of(labels, labels, new LinkedHashMap<>());
    }

    /**
     * @param places an empty map that defines the order of the classes; in a sorted one, 1 and 1.0 are the same key
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

    static boolean isNumber(String text) {
        return DECIMAL.matcher(text).matches() && Double.isFinite(Double.parseDouble(text));
    }

    static boolean isWhole(String number) {
        return new BigDecimal(number).stripTrailingZeros().scale() <= 0;
    }
}
