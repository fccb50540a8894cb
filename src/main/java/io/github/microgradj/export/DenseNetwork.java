package io.github.microgradj.export;

import java.util.List;
import java.util.Optional;

/**
 * A trained network as plain numbers: {@code y = restore(layer_n(... layer_1(scale(x))))}.
 *
 * @param layers the layers, from the inputs to the outputs
 * @param input the scaling of the inputs, {@code (x - shift) * factor}
 * @param target the scaling of the target, which is reversed on the outputs: {@code y / factor + shift}
 * @param task the meaning of the outputs
 * @param features the name of each input; may be empty
 * @param targetName the name of the target; may be empty
 * @param classes the name of each class; empty unless the task is classification
 */
public record DenseNetwork(
        List<Dense> layers,
        Optional<Columns> input,
        Optional<Columns> target,
        OutputKind task,
        List<String> features,
        String targetName,
        List<String> classes) {
    /** The meaning of a network's outputs. */
    public enum OutputKind {
        /** A score for each class, or a single score that is above 0 for the second of two classes. */
        CLASSIFICATION,
        /** A single predicted number. */
        REGRESSION,
        /** Numbers of unknown meaning. */
        SCORES
    }

    /** The activation function of a layer. */
    public enum Nonlinearity {
        /** x. */
        LINEAR,
        /** max(x, 0). */
        RELU,
        /** x if it is above 0, otherwise 0.01 x. */
        LEAKYRELU,
        /** The hyperbolic tangent. */
        TANH,
        /** 1 / (1 + e^-x). */
        SIGMOID
    }

    /**
     * A fully connected layer.
     *
     * @param weights the weights, neurons by inputs
     * @param biases the bias of each neuron
     * @param function the activation function
     */
    public record Dense(double[][] weights, double[] biases, Nonlinearity function) {}

    /**
     * A scaling of columns of numbers, {@code (x - shift) * factor}.
     *
     * @param kind the kind of scaling, such as {@code standard}
     * @param shift for each column, the number to subtract
     * @param factor for each column, the number by which to multiply the difference; not 0
     */
    public record Columns(String kind, double[] shift, double[] factor) {}

    /** The slope of a leaky ReLU below 0. */
    static final double LEAK = 0.01;

    public DenseNetwork {
        layers = List.copyOf(layers);
        features = List.copyOf(features);
        classes = List.copyOf(classes);
    }

    /** Returns the number of inputs. */
    public int inputs() {
        return layers.get(0).weights()[0].length;
    }

    /** Returns the number of outputs of the last layer. */
    public int outputs() {
        return layers.get(layers.size() - 1).biases().length;
    }
}
