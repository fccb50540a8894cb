package io.github.microgradj.data;

import io.github.microgradj.text.DidYouMean;
import io.github.microgradj.text.Named;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes data sets, and reads them from files. Those that scikit-learn has too come out with its numbers: the same seed gives
 * the same samples in the same order, up to the last two bits of a double.
 *
 * <p>In all of them, inputs have two features, {@code noise} is the standard deviation of the normal noise added to every
 * feature, and {@code seed} is one of NumPy's, 0 to 4294967295. Impossible arguments are answered with an
 * {@link IllegalArgumentException} that has the value and what was expected.
 */
public final class Datasets {
    /** To add a data set, write its generator and add its row: name, the noise that suits it, generator. */
    private static final List<Recipe> RECIPES = List.of(
            new Recipe("moons", 0.1, Datasets::moons),
            new Recipe("circles", 0.05, Datasets::circles),
            new Recipe("spirals", 0.03, Datasets::spirals),
            new Recipe("blobs", 1.0, (samples, noise, seed) -> blobs(samples, 3, noise, seed)),
            new Recipe("xor", 0.1, Datasets::xor));

    private record Recipe(String name, double noise, Generator generator) {}

    private interface Generator {
        Dataset make(int samples, double noise, long seed);
    }

    private Datasets() {}

    /** The names that {@link #make(String, int, long) make} knows. */
    public static List<String> names() {
        return RECIPES.stream().map(Recipe::name).toList();
    }

    /** The set of that name, with the noise that suits it. */
    public static Dataset make(String name, int samples, long seed) {
        Recipe recipe = recipe(name);
        return recipe.generator.make(samples, recipe.noise, seed);
    }

    /** The set of that name. */
    public static Dataset make(String name, int samples, double noise, long seed) {
        return recipe(name).generator.make(samples, noise, seed);
    }

    /** Two half circles that reach into each other, {@code make_moons}: class 0 is the upper one. */
    public static Dataset moons(int samples, double noise, long seed) {
        return Moons.make(samples, noise, seed);
    }

    /** A circle of radius 0.8 within one of radius 1, {@code make_circles}: class 0 is the outer one. */
    public static Dataset circles(int samples, double noise, long seed) {
        return circles(samples, noise, 0.8, seed);
    }

    /** A circle of radius {@code factor}, at least 0 and below 1, within one of radius 1: class 0 is the outer one. */
    public static Dataset circles(int samples, double noise, double factor, long seed) {
        return Circles.make(samples, noise, factor, seed);
    }

    /** Two arms that wind once around each other, out to radius 1. */
    public static Dataset spirals(int samples, double noise, long seed) {
        return spirals(samples, 2, noise, seed);
    }

    /** Any number of arms, each a class, that wind once around each other, out to radius 1. */
    public static Dataset spirals(int samples, int arms, double noise, long seed) {
        return Spirals.make(samples, arms, noise, seed);
    }

    /** Round clouds, each a class, {@code make_blobs}: the centers lie between -10 and 10, the noise is 1. */
    public static Dataset blobs(int samples, int centers, long seed) {
        return blobs(samples, centers, 1, seed);
    }

    /** Round clouds, each a class; {@code noise} is what {@code make_blobs} calls {@code cluster_std}. */
    public static Dataset blobs(int samples, int centers, double noise, long seed) {
        return Blobs.make(samples, centers, noise, seed);
    }

    /** The truth table of exclusive or, row after row: four samples without noise are the table itself. */
    public static Dataset xor(int samples, double noise, long seed) {
        return Xor.make(samples, noise, seed);
    }

    /**
     * Reads a file of comma-separated values in UTF-8: one sample a row, one column of labels, finite numbers in all others.
     * Classes are the distinct labels: in numeric order if all are numbers, which have to be whole then, else in order of first
     * appearance. {@link CsvReading#of} also tells what was read.
     *
     * @param file the file; the set is named after it
     * @param labelColumn the name of the label column in the header, or its index: "0" is the first column, "-1" the last.
     *     With an index the header may be missing; there is one unless all other cells of the first row are numbers that do
     *     not just count the columns from 0.
     * @throws IllegalArgumentException if there is no such file or column, or the file holds anything else: the message has
     *     file, line and column
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public static Dataset csv(Path file, String labelColumn) {
        return CsvReading.of(file, labelColumn).data();
    }

    private static Recipe recipe(String name) {
        return Named.find(
                name,
                RECIPES,
                Recipe::name,
                names -> "there is no data set \"" + name + "\"" + DidYouMean.didYouMean(name, names) + "; there are "
                        + String.join(", ", names));
    }
}
