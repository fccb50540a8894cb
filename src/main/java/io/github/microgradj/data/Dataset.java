package io.github.microgradj.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A data set: samples, each with a class or a number to predict. The accessors return the arrays themselves, not
 * copies.
 */
public final class Dataset {
    /** The kind of target. */
    public enum Task {
        /** One of several classes. */
        CLASSIFICATION,
        /** A number. */
        REGRESSION
    }

    private final String name;
    private final double[][] inputs;
    private final double[] targets;
    private final int[] labels;
    private final List<String> classNames;
    private final List<String> featureNames;
    private final String targetName;

    /**
     * Creates a data set for classification.
     *
     * @param name the name of the data set, for titles
     * @param inputs samples by features; all rows have the same length, at least 1
     * @param labels the class of each sample, from 0 to {@code classes() - 1}; one per row of {@code inputs}
     * @param classNames the name of each class, at least two
     * @throws IllegalArgumentException if the shapes do not match, or if a label is not the index of a class
     */
    public Dataset(String name, double[][] inputs, int[] labels, List<String> classNames) {
        this(name, inputs, IntStream.of(labels).asDoubleStream().toArray(), labels, classNames, List.of(), "");
    }

    private Dataset(
            String name,
            double[][] inputs,
            double[] targets,
            int[] labels,
            List<String> classNames,
            List<String> featureNames,
            String targetName) {
        requireShape(inputs, targets);
        for (int label : labels) {
            if (label < 0 || label >= classNames.size()) {
                throw new IllegalArgumentException(
                        "expected a label from 0 to " + (classNames.size() - 1) + ", got " + label);
            }
        }
        if (!featureNames.isEmpty() && featureNames.size() != inputs[0].length) {
            throw new IllegalArgumentException("expected one name for each of the " + inputs[0].length
                    + " features, got " + featureNames.size() + " names");
        }
        this.name = name;
        this.inputs = inputs;
        this.targets = targets;
        this.labels = labels;
        this.classNames = List.copyOf(classNames);
        this.featureNames = List.copyOf(featureNames);
        this.targetName = targetName;
    }

    /**
     * Creates a data set for regression.
     *
     * @param name the name of the data set, for titles
     * @param inputs samples by features; all rows have the same length, at least 1
     * @param targets the number to predict for each sample; one per row of {@code inputs}
     * @throws IllegalArgumentException if the shapes do not match
     */
    public static Dataset regression(String name, double[][] inputs, double[] targets) {
        return new Dataset(name, inputs, targets, new int[0], List.of(), List.of(), "");
    }

    private static void requireShape(double[][] inputs, double[] targets) {
        if (inputs.length == 0 || inputs.length != targets.length) {
            throw new IllegalArgumentException("expected at least 1 sample, and 1 label for each, got " + inputs.length
                    + " samples and " + targets.length + " labels");
        }
        for (double[] row : inputs) {
            if (row.length == 0 || row.length != inputs[0].length) {
                throw new IllegalArgumentException(
                        "expected the same number of features, at least 1, in every sample, got " + row.length + " and "
                                + inputs[0].length);
            }
        }
    }

    /**
     * Returns a copy of this data set with names for its features and its target.
     *
     * @param features the name of each feature; an empty list if they have no names
     * @param target the name of the target
     * @throws IllegalArgumentException if there are names but their number differs from the number of features
     */
    public Dataset withNames(List<String> features, String target) {
        return new Dataset(name, inputs, targets, labels, classNames, features, target);
    }

    /**
     * Returns a data set of the given samples, in the given order, with the same classes and names.
     *
     * @param samples indices of samples, at least one
     */
    public Dataset select(int... samples) {
        return new Dataset(
                name,
                IntStream.of(samples).mapToObj(s -> inputs[s]).toArray(double[][]::new),
                IntStream.of(samples).mapToDouble(s -> targets[s]).toArray(),
                isRegression()
                        ? labels
                        : IntStream.of(samples).map(s -> labels[s]).toArray(),
                classNames,
                featureNames,
                targetName);
    }

    /** Returns the name of the data set. */
    public String name() {
        return name;
    }

    /** Returns the features of the samples, with a row for each sample and a column for each feature. */
    public double[][] inputs() {
        return inputs;
    }

    /** Returns the number to predict for each sample; for classification, its label. */
    public double[] targets() {
        return targets;
    }

    /**
     * Returns the class of each sample, from 0.
     *
     * @throws IllegalStateException if the data set is for regression
     */
    public int[] labels() {
        if (isRegression()) {
            throw new IllegalStateException(name + " is for regression: it has targets, not labels");
        }
        return labels;
    }

    /** Returns the name of each class; an empty list for regression. */
    public List<String> classNames() {
        return classNames;
    }

    /** Returns the name of each feature; an empty list if they have no names. */
    public List<String> featureNames() {
        return featureNames;
    }

    /** Returns the name of the target, such as that of its column in a file; an empty string if it has no name. */
    public String targetName() {
        return targetName;
    }

    /** Returns whether a class or a number is predicted. */
    public Task task() {
        return classNames.isEmpty() ? Task.REGRESSION : Task.CLASSIFICATION;
    }

    /** Returns whether a number, not a class, is predicted. */
    public boolean isRegression() {
        return task() == Task.REGRESSION;
    }

    /** Returns the number of samples. */
    public int size() {
        return inputs.length;
    }

    /** Returns the number of features of each sample. */
    public int features() {
        return inputs[0].length;
    }

    /** Returns the number of classes; 0 for regression. */
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
        return "Dataset(" + name + ": " + size() + " samples, " + features() + " features, "
                + (isRegression() ? "regression" : classes() + " classes") + ")";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Dataset that
                && name.equals(that.name)
                && Arrays.deepEquals(inputs, that.inputs)
                && Arrays.equals(targets, that.targets)
                && classNames.equals(that.classNames)
                && featureNames.equals(that.featureNames)
                && targetName.equals(that.targetName);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(inputs) * 31 + Arrays.hashCode(targets);
    }
}
