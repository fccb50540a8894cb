package io.github.microgradj.language;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.Layer;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.nn.Neuron;
import io.github.microgradj.random.PythonRandom;
import io.github.microgradj.train.Trainer;
import io.github.microgradj.train.TrainingOptions;
import io.github.microgradj.train.TrainingRun;
import io.github.microgradj.viz.graph.GraphDot;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The names that every session imports statically. Java allows a method to have the name of a class, so that
 * expressions like micrograd's, such as {@code Value(2.0)} and {@code MLP(2, 16, 16, 1)}, are valid Java.
 */
@SuppressWarnings({"MethodName", "MemberName"}) // Python's spelling is intended.
public final class Prelude {
    private Prelude() {}

    /** Returns a Value, like {@code new Value(data)}: a number that remembers how it was computed. */
    public static Value Value(double data) {
        return new Value(data);
    }

    /** Returns a Value with a name that graphs show, like {@code new Value(data, label)}. */
    public static Value Value(double data, String label) {
        return new Value(data, label);
    }

    /** Returns a neuron with {@code nin} inputs and ReLU, like {@code new Neuron(nin)}. */
    public static Neuron Neuron(int nin) {
        return new Neuron(nin);
    }

    /** Returns a layer of {@code nout} neurons with {@code nin} inputs, like {@code new Layer(nin, nout)}. */
    public static Layer Layer(int nin, int nout) {
        return new Layer(nin, nout);
    }

    /**
     * Returns a network with {@code nin} inputs and layers of the sizes {@code nouts}, like {@code new MLP(nin,
     * nouts)}.
     */
    public static MLP MLP(int nin, int... nouts) {
        return new MLP(nin, nouts);
    }

    /** Returns the graph of a value as a picture, which {@code drawDot(g).save("g.svg")} writes to a file. */
    public static GraphDot drawDot(Value root) {
        return GraphDot.of(root);
    }

    /** Reseeds the shared generator from which new networks draw their weights, like {@code random.seed(seed)}. */
    public static void seed(long seed) {
        PythonRandom.shared().seed(seed);
    }

    /** Prints a newline, like Python's {@code print()}. */
    public static void print() {
        System.out.println();
    }

    /** Prints a value on a line, in Python's notation. */
    public static void print(@Nullable Object value) {
        System.out.println(Python.text(value));
    }

    /** Prints two values on a line, separated by a space. */
    public static void print(@Nullable Object first, @Nullable Object second) {
        System.out.println(Python.text(first) + " " + Python.text(second));
    }

    /** Prints values on a line, separated by spaces. */
    public static void print(
            @Nullable Object first, @Nullable Object second, @Nullable Object third, @Nullable Object... more) {
        @Nullable Object[] others = more == null ? new @Nullable Object[] {null} : more; // print(a, b, c, null)
        String rest =
                Arrays.stream(others).map(value -> " " + Python.text(value)).collect(Collectors.joining());
        System.out.println(Python.text(first) + " " + Python.text(second) + " " + Python.text(third) + rest);
    }

    /** Trains a new network on a data set with the options of micrograd's demo notebook. */
    public static TrainingRun train(Dataset data) {
        return Trainer.train(data, TrainingOptions.defaults());
    }

    /**
     * Trains a new network on a data set, as in
     * {@code train(Datasets.moons(100, 0.1, 1337), TrainingOptions.defaults().withSteps(50))}.
     */
    public static TrainingRun train(Dataset data, TrainingOptions options) {
        return Trainer.train(data, options);
    }
}
