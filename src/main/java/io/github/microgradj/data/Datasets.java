package io.github.microgradj.data;

import io.github.microgradj.random.NumPyRandom;
import io.github.microgradj.text.DidYouMean;
import io.github.microgradj.text.Named;
import java.nio.file.Path;
import java.util.List;

/**
 * Factory methods that generate data sets or read them from CSV files. For the same seed, a generator that also exists
 * in scikit-learn returns the same samples in the same order as scikit-learn, except that the last two bits of a number
 * may differ.
 *
 * <p>The generated data sets for classification have two features. {@code noise} is the standard deviation of the
 * normal noise that is added to every feature or, for regression, to the target. {@code seed} is a NumPy seed, from 0
 * to 4294967295. Invalid arguments cause an {@link IllegalArgumentException} that states the value and what was
 * expected.
 */
public final class Datasets {
    /**
     * The generated data sets. To add one, write its generator and add a row with its name, default noise and
     * generator.
     */
    private static final List<Recipe> RECIPES = List.of(
            new Recipe("moons", 0.1, Datasets::moons),
            new Recipe("circles", 0.05, Datasets::circles),
            new Recipe("spirals", 0.03, Datasets::spirals),
            new Recipe("blobs", 1.0, (samples, noise, seed) -> blobs(samples, 3, noise, seed)),
            new Recipe("xor", 0.1, Datasets::xor),
            new Recipe("sine", 0.1, Datasets::sine));

    private record Recipe(String name, double noise, Generator generator) {}

    private interface Generator {
        Dataset make(int samples, double noise, long seed);
    }

    private Datasets() {}

    /** Returns the names that {@link #make(String, int, long) make} accepts. */
    public static List<String> names() {
        return RECIPES.stream().map(Recipe::name).toList();
    }

    /**
     * Generates the data set with this name and its default noise.
     *
     * @throws IllegalArgumentException if there is no such data set
     */
    public static Dataset make(String name, int samples, long seed) {
        Recipe recipe = recipe(name);
        return recipe.generator.make(samples, recipe.noise, seed);
    }

    /**
     * Generates the data set with this name.
     *
     * @throws IllegalArgumentException if there is no such data set
     */
    public static Dataset make(String name, int samples, double noise, long seed) {
        return recipe(name).generator.make(samples, noise, seed);
    }

    /** Returns two interleaving half circles, like {@code make_moons}: class 0 is the upper one. */
    public static Dataset moons(int samples, double noise, long seed) {
        return moons(samples, noise(noise), new NumPyRandom(seed));
    }

    /**
     * Returns two interleaving half circles, using the given random number generator.
     *
     * @param noise the standard deviation, or negative infinity to draw no random numbers for noise, like
     *     {@code noise=None}
     */
    public static Dataset moons(int samples, double noise, NumPyRandom random) {
        return Moons.make(samples, noise, random);
    }

    private static double noise(double noise) {
        Samples.requireNoise(noise);
        return noise;
    }

    /**
     * Returns a circle of radius 0.8 inside a circle of radius 1, like {@code make_circles}: class 0 is the outer one.
     */
    public static Dataset circles(int samples, double noise, long seed) {
        return circles(samples, noise, 0.8, seed);
    }

    /**
     * Returns a circle of radius {@code factor}, at least 0 and below 1, inside a circle of radius 1: class 0 is the
     * outer one.
     */
    public static Dataset circles(int samples, double noise, double factor, long seed) {
        return circles(samples, noise(noise), factor, new NumPyRandom(seed));
    }

    /**
     * Returns two circles, one inside the other, using the given random number generator.
     *
     * @param noise the standard deviation, or negative infinity to draw no random numbers for noise, like
     *     {@code noise=None}
     */
    public static Dataset circles(int samples, double noise, double factor, NumPyRandom random) {
        return Circles.make(samples, noise, factor, random);
    }

    /** Returns two spiral arms that wind once around each other, out to radius 1. */
    public static Dataset spirals(int samples, double noise, long seed) {
        return spirals(samples, 2, noise, seed);
    }

    /** Returns spiral arms, one per class, that wind once around each other, out to radius 1. */
    public static Dataset spirals(int samples, int arms, double noise, long seed) {
        return Spirals.make(samples, arms, noise, seed);
    }

    /**
     * Returns round clouds, one per class, like {@code make_blobs}. The coordinates of the centers are between -10 and
     * 10, and the noise is 1.
     */
    public static Dataset blobs(int samples, int centers, long seed) {
        return blobs(samples, centers, 1, seed);
    }

    /** Returns round clouds, one per class; {@code noise} is {@code cluster_std} of {@code make_blobs}. */
    public static Dataset blobs(int samples, int centers, double noise, long seed) {
        return blobs(samples, centers, noise(noise), new NumPyRandom(seed));
    }

    /** Returns round clouds, one per class, using the given random number generator. */
    public static Dataset blobs(int samples, int centers, double noise, NumPyRandom random) {
        return Blobs.make(samples, centers, noise, random);
    }

    /** Returns the four rows of the XOR truth table, repeated: four samples without noise are the table itself. */
    public static Dataset xor(int samples, double noise, long seed) {
        return Xor.make(samples, noise, seed);
    }

    /**
     * Returns samples of a sine wave for regression: the feature is between -3 and 3, and the target is its sine plus
     * noise.
     */
    public static Dataset sine(int samples, double noise, long seed) {
        return Sine.make(samples, noise, seed);
    }

    /**
     * Reads a CSV file with one sample per row and one column to predict. Everything else is inferred from the file, as
     * {@link #csv(Path, CsvOptions)} describes.
     *
     * @param file the file, whose name becomes the name of the data set
     * @param labelColumn the name of the label column in the header, or its index: "0" is the first column; "-1" and
     *     "last" are the last
     * @throws IllegalArgumentException if there is no such file or column, or if the content is invalid; the message
     *     gives the file, line and column
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public static Dataset csv(Path file, String labelColumn) {
        return CsvReading.of(file, labelColumn).data();
    }

    /**
     * Reads a CSV file with one sample per row and one column to predict. {@link CsvReading#of(Path, CsvOptions)} also
     * returns details to report.
     *
     * <p>Numbers, words and labels are read as follows:
     *
     * <ul>
     *   <li>The separator is a comma, semicolon, tab or vertical bar. Numbers may have a decimal comma if the separator
     *       is not a comma. The encoding is UTF-8, UTF-16 or windows-1252; the file may be compressed with gzip.
     *   <li>A column of numbers is a feature. Two words such as yes and no become 1 and 0. A column with at most 20
     *       distinct words becomes one feature per word, named {@code column=word}. Dates, and columns with more words,
     *       are rejected.
     *   <li>A column is left out if it is empty, if it contains row numbers and has a name such as {@code id}, or if
     *       its text is the same in all rows or different in every row.
     *   <li>If the options name no label, the label is a column with a typical name such as {@code class}, or else the
     *       last one.
     *   <li>If not all labels are numbers, they are classes in order of first appearance. If they are whole numbers
     *       with at most 20 distinct values, they are classes in numeric order; 1, 1.0 and 01 are one class. Otherwise
     *       the data set is for regression.
     *   <li>The first row is a header unless it looks like a sample.
     * </ul>
     *
     * @param file the file, whose name becomes the name of the data set
     * @param options the label column, and other settings that are not to be inferred from the file
     * @throws IllegalArgumentException if there is no such file or column, or if the content is invalid; the message
     *     gives the file, line and column
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public static Dataset csv(Path file, CsvOptions options) {
        return CsvReading.of(file, options).data();
    }

    private static Recipe recipe(String name) {
        return Named.find(
                name,
                RECIPES,
                Recipe::name,
                names -> "no data set is named \"" + name + "\"" + DidYouMean.didYouMean(name, names)
                        + " (the data sets are " + String.join(", ", names) + ")");
    }
}
