package io.github.microgradj.data;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Labels converted to classes: in numeric order if all labels are numbers (then {@code 1}, {@code 1.0} and {@code 01}
 * are one class), otherwise in order of first appearance.
 *
 * @param classes the name of each class, spelled like its first label
 * @param indices the class of each label
 * @param numeric whether all labels are numbers
 */
record Labels(List<String> classes, int[] indices, boolean numeric) {
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
