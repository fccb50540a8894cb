package io.github.microgradj.data;

import io.github.microgradj.random.NumPyRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A data set split into two disjoint parts. Both keep the order of the samples.
 *
 * @param training the samples to train on
 * @param validation the samples on which to evaluate the network; training must not use them
 */
public record Split(Dataset training, Dataset validation) {
    /**
     * Splits a data set at random. For classification, the split is stratified: each class is the same fraction of both
     * parts, as far as whole samples allow. The number of validation samples is {@code share} times the number of all
     * samples, rounded.
     *
     * @param share the fraction of the samples to use for validation, above 0 and below 1
     * @param seed a NumPy seed, from 0 to 4294967295
     * @throws IllegalArgumentException if {@code share} is out of range, or a part would be empty
     */
    public static Split of(Dataset data, double share, long seed) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("expected a validation fraction above 0 and below 1, got " + share);
        }
        int size = data.size();
        int wanted = (int) Math.round(share * size);
        if (wanted == 0 || wanted == size) {
            throw new IllegalArgumentException("a validation fraction of " + share + " leaves no sample for "
                    + (wanted == 0 ? "validation" : "training") + "; the number of samples is " + size);
        }
        int[] order = IntStream.range(0, size).toArray();
        new NumPyRandom(seed).shuffle(order);
        boolean[] held = new boolean[size];
        for (int sample : spread(data, order).subList(0, wanted)) {
            held[sample] = true;
        }
        return new Split(
                data.select(IntStream.range(0, size).filter(s -> !held[s]).toArray()),
                data.select(IntStream.range(0, size).filter(s -> held[s]).toArray()));
    }

    /**
     * Returns the samples in an order in which every class is about the same fraction of any prefix as of all samples.
     * Classes are interleaved by sorting the samples by relative rank within their class, such as 2.5/10 for the third
     * of ten. For regression, the order is unchanged.
     */
    private static List<Integer> spread(Dataset data, int[] order) {
        List<Integer> samples = new ArrayList<>(IntStream.of(order).boxed().toList());
        if (data.isRegression()) {
            return samples;
        }
        int[] counts = data.counts();
        int[] seen = new int[counts.length];
        double[] places = new double[order.length];
        for (int sample : order) {
            int label = data.labels()[sample];
            places[sample] = (seen[label]++ + 0.5) / counts[label];
        }
        samples.sort(Comparator.comparingDouble(sample -> places[sample]));
        return samples;
    }
}
