package io.github.microgradj.nn;

import io.github.microgradj.engine.Value;
import io.github.microgradj.random.PythonRandom;
import java.util.List;
import java.util.stream.Stream;

/** A layer of neurons that all take the same inputs. */
public final class Layer implements Module {
    private final int nin;
    private final List<Neuron> neurons;
    private final List<Value> parameters;

    /**
     * Creates a layer of {@code nout} neurons with {@code nin} inputs each. The weights are drawn uniformly between -1
     * and 1, neuron by neuron.
     *
     * @throws IllegalArgumentException if {@code nin} or {@code nout} is below 1
     */
    public Layer(PythonRandom random, Activation activation, int nin, int nout) {
        this(random, activation, Initializer.UNIFORM, nin, nout);
    }

    Layer(PythonRandom random, Activation activation, Initializer initializer, int nin, int nout) {
        this(draw(random, activation, initializer, nin, nout), nin);
    }

    /** Creates a layer with ReLU. */
    public Layer(PythonRandom random, int nin, int nout) {
        this(random, Activation.RELU, nin, nout);
    }

    /** Creates a layer with weights from the shared random generator. */
    public Layer(Activation activation, int nin, int nout) {
        this(PythonRandom.shared(), activation, nin, nout);
    }

    /**
     * Creates a layer with ReLU and weights from the shared random generator, like micrograd's {@code Layer(nin,
     * nout)}.
     */
    public Layer(int nin, int nout) {
        this(PythonRandom.shared(), nin, nout);
    }

    Layer(List<Neuron> neurons, int nin) {
        this.nin = nin;
        this.neurons = List.copyOf(neurons);
        parameters =
                neurons.stream().flatMap(neuron -> neuron.parameters().stream()).toList();
    }

    private static List<Neuron> draw(
            PythonRandom random, Activation activation, Initializer initializer, int nin, int nout) {
        Shapes.checkPositive("expected at least 1 neuron in a layer", nout);
        return Stream.generate(() -> new Neuron(random, activation, nin, initializer.bound(nin, nout)))
                .limit(nout)
                .toList();
    }

    /**
     * Returns the output of each neuron, as a graph.
     *
     * @param x the features, length {@code nin}
     * @return one value per neuron
     * @throws IllegalArgumentException if the number of features is not {@code nin}
     */
    public Value[] forward(Value... x) {
        Shapes.checkInputs(this, nin, x.length);
        Value[] outputs = new Value[neurons.size()];
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = neurons.get(i).forward(x);
        }
        return outputs;
    }

    /** Returns the output of each neuron as a graph, given plain numbers; see {@link #forward(Value...)}. */
    public Value[] forward(double... x) {
        return forward(Shapes.values(x));
    }

    /** Returns the same numbers as {@link #forward(double...)}, bit for bit, without building a graph. */
    public double[] predict(double... x) {
        Shapes.checkInputs(this, nin, x.length);
        double[] outputs = new double[neurons.size()];
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = neurons.get(i).predict(x);
        }
        return outputs;
    }

    Layer copy() {
        return new Layer(neurons.stream().map(Neuron::copy).toList(), nin);
    }

    /** Returns the neurons, in order. */
    public List<Neuron> neurons() {
        return neurons;
    }

    /** Returns the parameters of all neurons, neuron by neuron. */
    @Override
    public List<Value> parameters() {
        return parameters;
    }

    /** Returns a description such as {@code Layer of [ReLUNeuron(2), ReLUNeuron(2)]}. */
    @Override
    public String toString() {
        return "Layer of " + neurons;
    }
}
