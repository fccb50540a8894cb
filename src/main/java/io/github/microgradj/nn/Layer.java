package io.github.microgradj.nn;

import io.github.microgradj.engine.Value;
import io.github.microgradj.random.PythonRandom;
import java.util.List;
import java.util.stream.Stream;

/** Neurons side by side, all fed the same inputs. */
public final class Layer implements Module {
    private final int nin;
    private final List<Neuron> neurons;
    private final List<Value> parameters;

    /**
     * A layer of {@code nout} neurons of {@code nin} inputs each, drawn neuron by neuron.
     *
     * @throws IllegalArgumentException if either is not at least 1
     */
    public Layer(PythonRandom random, Activation activation, int nin, int nout) {
        this(draw(random, activation, nin, nout), nin);
    }

    /** A layer with ReLU. */
    public Layer(PythonRandom random, int nin, int nout) {
        this(random, Activation.RELU, nin, nout);
    }

    /** A layer drawn from the shared generator. */
    public Layer(Activation activation, int nin, int nout) {
        this(PythonRandom.shared(), activation, nin, nout);
    }

    /** A layer with ReLU, drawn from the shared generator, as micrograd's {@code Layer(nin, nout)}. */
    public Layer(int nin, int nout) {
        this(PythonRandom.shared(), nin, nout);
    }

    Layer(List<Neuron> neurons, int nin) {
        this.nin = nin;
        this.neurons = List.copyOf(neurons);
        parameters =
                neurons.stream().flatMap(neuron -> neuron.parameters().stream()).toList();
    }

    private static List<Neuron> draw(PythonRandom random, Activation activation, int nin, int nout) {
        Shapes.checkPositive("a layer has at least 1 neuron", nout);
        return Stream.generate(() -> new Neuron(random, activation, nin))
                .limit(nout)
                .toList();
    }

    /**
     * The output of each neuron, as a graph.
     *
     * @param x the features, {@code nin} of them
     * @return one value for each neuron
     * @throws IllegalArgumentException if the number of features is another
     */
    public Value[] forward(Value... x) {
        Shapes.checkInputs(this, nin, x.length);
        Value[] outputs = new Value[neurons.size()];
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = neurons.get(i).forward(x);
        }
        return outputs;
    }

    /** {@link #forward(Value...)} of plain numbers. */
    public Value[] forward(double... x) {
        return forward(Shapes.values(x));
    }

    /** The numbers {@link #forward(double...)} holds, to the bit, without building a graph. */
    public double[] predict(double... x) {
        Shapes.checkInputs(this, nin, x.length);
        double[] outputs = new double[neurons.size()];
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = neurons.get(i).predict(x);
        }
        return outputs;
    }

    /** The neurons, in order. */
    public List<Neuron> neurons() {
        return neurons;
    }

    /** The parameters of each neuron in order. */
    @Override
    public List<Value> parameters() {
        return parameters;
    }

    /** {@code Layer of [ReLUNeuron(2), ReLUNeuron(2)]}. */
    @Override
    public String toString() {
        return "Layer of " + neurons;
    }
}
