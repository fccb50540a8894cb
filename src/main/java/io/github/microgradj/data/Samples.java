package io.github.microgradj.data;

import io.github.microgradj.random.NumPyRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A builder of a generated data set. After all points have been added, they can be shuffled and scattered by noise. For
 * a data set that scikit-learn also generates, the points are added, shuffled and scattered in the same order as in
 * scikit-learn.
 */
final class Samples {
    /** The noise that corresponds to scikit-learn's {@code noise=None}: no random numbers are drawn. */
    static final double NO_DRAW = Double.NEGATIVE_INFINITY;

    private record LabelledPoint(int label, double... features) {}

    private final String name;
    private final int classes;
    private List<LabelledPoint> samples = new ArrayList<>();

    /** Creates a builder for {@code size} samples of {@code classes} classes. */
    Samples(String name, int size, int classes) {
        if (size < classes) {
            throw new IllegalArgumentException(
                    name + " has " + classes + " classes, so it needs at least " + classes + " samples, got " + size);
        }
        this.name = name;
        this.classes = classes;
    }

    void add(int label, double... features) {
        samples.add(new LabelledPoint(label, features));
    }

    Samples shuffle(NumPyRandom random) {
        int[] order = IntStream.range(0, samples.size()).toArray();
        random.shuffle(order);
        samples = IntStream.of(order).mapToObj(samples::get).toList();
        return this;
    }

    /** Adds normal noise with this standard deviation to every feature; draws nothing if it is {@link #NO_DRAW}. */
    Samples scatter(double noise, NumPyRandom random) {
        if (noise == NO_DRAW) {
            return this;
        }
        requireNoise(noise);
        for (LabelledPoint sample : samples) {
            for (int j = 0; j < sample.features.length; j++) {
                sample.features[j] += noise * random.normal();
            }
        }
        return this;
    }

    static void requireNoise(double noise) {
        if (!(noise >= 0 && noise < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "expected noise with a finite standard deviation of at least 0, got " + noise);
        }
    }

    Dataset toDataset() {
        return new Dataset(
                name,
                samples.stream().map(LabelledPoint::features).toArray(double[][]::new),
                samples.stream().mapToInt(LabelledPoint::label).toArray(),
                IntStream.range(0, classes).mapToObj(Integer::toString).toList());
    }
}
