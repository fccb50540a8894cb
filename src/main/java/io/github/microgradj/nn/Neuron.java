package io.github.microgradj.nn;

import io.github.microgradj.engine.Value;
import io.github.microgradj.random.PythonRandom;
import java.util.ArrayList;
import java.util.List;

/** A neuron: a weighted sum of its inputs plus a bias, passed through an activation. */
public final class Neuron implements Module {
    private final Activation activation;
    private final Value[] weights;
    private final Value bias;
    private final List<Value> parameters;

    /**
     * Creates a neuron whose weights are drawn uniformly between -1 and 1, in order; the bias is 0 and is not drawn.
     *
     * @throws IllegalArgumentException if {@code nin}, the number of inputs, is below 1
     */
    public Neuron(PythonRandom random, Activation activation, int nin) {
        this(random, activation, nin, 1);
    }

    Neuron(PythonRandom random, Activation activation, int nin, double bound) {
        this(activation, draw(random, nin, bound), 0);
    }

    /** Creates a neuron with ReLU activation. */
    public Neuron(PythonRandom random, int nin) {
        this(random, Activation.RELU, nin);
    }

    /** Creates a neuron with weights from the shared random generator. */
    public Neuron(Activation activation, int nin) {
        this(PythonRandom.shared(), activation, nin);
    }

    /**
     * Creates a neuron with ReLU and weights from the shared random generator, like micrograd's {@code Neuron(nin)}.
     */
    public Neuron(int nin) {
        this(PythonRandom.shared(), nin);
    }

    Neuron(Activation activation, double[] weights, double bias) {
        this.activation = activation;
        this.weights = Shapes.values(weights);
        this.bias = new Value(bias);
        List<Value> all = new ArrayList<>(List.of(this.weights));
        all.add(this.bias);
        parameters = List.copyOf(all);
    }

    private static double[] draw(PythonRandom random, int nin, double bound) {
        Shapes.checkPositive("expected at least 1 input for a neuron", nin);
        double[] weights = new double[nin];
        for (int i = 0; i < nin; i++) {
            weights[i] = random.uniform(-bound, bound);
        }
        return weights;
    }

    /**
     * Returns the output as a graph: the activation of {@code ((b + w0*x0) + w1*x1) + ...}, summed in this order.
     *
     * @param x the features, one per weight
     * @throws IllegalArgumentException if the number of features differs from the number of weights
     */
    public Value forward(Value... x) {
        Shapes.checkInputs(this, weights.length, x.length);
        Value sum = bias;
        for (int i = 0; i < weights.length; i++) {
            sum = sum.add(weights[i].mul(x[i]));
        }
        return activation.of(sum);
    }

    /** Returns the output as a graph, given plain numbers as features. */
    public Value forward(double... x) {
        return forward(Shapes.values(x));
    }

    /** Returns the same number as {@link #forward(double...)}, bit for bit, without building a graph. */
    public double predict(double... x) {
        Shapes.checkInputs(this, weights.length, x.length);
        double sum = bias.data;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i].data * x[i];
        }
        return activation.of(sum);
    }

    Neuron copy() {
        double[] numbers = new double[weights.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = weights[i].data;
        }
        return new Neuron(activation, numbers, bias.data);
    }

    /** Returns the activation that is applied to the weighted sum. */
    public Activation activation() {
        return activation;
    }

    /** Returns the weights in order, then the bias. */
    @Override
    public List<Value> parameters() {
        return parameters;
    }

    /** Returns the activation and the number of inputs, such as {@code ReLUNeuron(2)}. */
    @Override
    public String toString() {
        return activation.title() + "Neuron(" + weights.length + ")";
    }
}
