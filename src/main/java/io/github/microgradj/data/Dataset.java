package io.github.microgradj.data;

import java.util.Arrays;
import java.util.List;

/**
 * Labelled samples.
 *
 * @param name the name of the set, for titles
 * @param inputs samples by features; all rows have the same length, at least 1
 * @param labels the class of each sample, from 0 to {@code classes() - 1}; one per row of {@code inputs}
 * @param classNames the name of each class, at least two
 */
public record Dataset(String name, double[][] inputs, int[] labels, List<String> classNames) {
    public Dataset {
        if (inputs.length == 0 || inputs.length != labels.length) {
            throw new IllegalArgumentException("a data set has one label for each sample and at least one sample, got "
                    + inputs.length + " samples and " + labels.length + " labels");
        }
        for (double[] row : inputs) {
            if (row.length == 0 || row.length != inputs[0].length) {
                throw new IllegalArgumentException("every sample has the same number of features, at least 1, got "
                        + row.length + " and " + inputs[0].length);
            }
        }
        for (int label : labels) {
            if (label < 0 || label >= classNames.size()) {
                throw new IllegalArgumentException(
                        "a label is a class from 0 to " + (classNames.size() - 1) + ", got " + label);
            }
        }
        classNames = List.copyOf(classNames);
    }

    /** Returns the number of samples. */
    public int size() {
        return inputs.length;
    }

    /** Returns the number of features of each sample. */
    public int features() {
        return inputs[0].length;
    }

    /** Returns the number of classes. */
    public int classes() {
        return classNames.size();
    }

    /** Returns the number of samples of each class. */
    public int[] counts() {
        int[] counts = new int[classes()];
        for (int label : labels) {
            counts[label]++;
        }
        return counts;
    }

    @Override
    public String toString() {
        return "Dataset(" + name + ": " + size() + " samples, " + features() + " features, " + classes() + " classes)";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Dataset that
                && name.equals(that.name)
                && Arrays.deepEquals(inputs, that.inputs)
                && Arrays.equals(labels, that.labels)
                && classNames.equals(that.classNames);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(inputs) * 31 + Arrays.hashCode(labels);
    }
}
