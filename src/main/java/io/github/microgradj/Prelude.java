package io.github.microgradj;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.Layer;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.nn.Neuron;
import io.github.microgradj.random.PythonRandom;
import io.github.microgradj.train.Trainer;
import io.github.microgradj.train.TrainingOptions;
import io.github.microgradj.train.TrainingRun;
import io.github.microgradj.viz.GraphDot;

/**
 * What every shell imports statically. A method may bear a class's name, so that micrograd's {@code Value(2.0)} and {@code
 * MLP(2, 16, 16, 1)} are Java.
 */
@SuppressWarnings({"MethodName", "MemberName"}) // Python's spelling is the point.
public final class Prelude {
    private Prelude() {}

    /** {@code new Value(data)}. */
    public static Value Value(double data) {
        return new Value(data);
    }

    /** {@code new Value(data, label)}. */
    public static Value Value(double data, String label) {
        return new Value(data, label);
    }

    /** {@code new Neuron(nin)}. */
    public static Neuron Neuron(int nin) {
        return new Neuron(nin);
    }

    /** {@code new Layer(nin, nout)}. */
    public static Layer Layer(int nin, int nout) {
        return new Layer(nin, nout);
    }

    /** {@code new MLP(nin, nouts)}. */
    public static MLP MLP(int nin, int... nouts) {
        return new MLP(nin, nouts);
    }

    /** The graph of a value as a picture: {@code drawDot(g).save("g.svg")}. */
    public static GraphDot drawDot(Value root) {
        return GraphDot.of(root);
    }

    /** {@code random.seed(seed)}: starts the generator afresh from which networks without one of their own are drawn. */
    public static void seed(long seed) {
        PythonRandom.shared().seed(seed);
    }

    /** Trains a new network with the notebook's options. */
    public static TrainingRun train(Dataset data) {
        return Trainer.train(data, TrainingOptions.defaults());
    }

    /** Trains a new network. */
    public static TrainingRun train(Dataset data, TrainingOptions options) {
        return Trainer.train(data, options);
    }
}
