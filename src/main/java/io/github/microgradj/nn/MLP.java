package io.github.microgradj.nn;

import io.github.microgradj.compile.Compiled;
import io.github.microgradj.compile.Predictor;
import io.github.microgradj.engine.Value;
import io.github.microgradj.export.DenseNetwork;
import io.github.microgradj.export.ExportFormat;
import io.github.microgradj.random.PythonRandom;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A multi-layer perceptron: hidden layers with the same activation, then a linear layer.
 *
 * <p>A network may have a {@link Scaling} of its inputs and, if it predicts a number, of its output. Scalings are fixed
 * and not trained. Callers always pass and receive unscaled numbers.
 */
public final class MLP implements Module {
    /** The minimum number of samples for which compiling a network pays off. */
    private static final int WORTH_COMPILING = 500;

    private final int nin;
    private final Activation hidden;
    private final List<Layer> layers;
    private final List<Value> parameters;
    private final @Nullable Scaling inputScaling;
    private final @Nullable Scaling targetScaling;
    private final @Nullable Signature signature;
    private @Nullable Predictor predictor;

    /**
     * Creates a network with {@code nin} inputs and layers of the sizes {@code nouts}; the last layer is the output.
     * Weights are drawn uniformly between -1 and 1, layer by layer and neuron by neuron; biases are 0.
     *
     * @param hidden the activation of all layers but the last
     * @throws IllegalArgumentException if there is no layer, or a number is below 1
     */
    public MLP(PythonRandom random, Activation hidden, int nin, int... nouts) {
        this(random, hidden, Initializer.UNIFORM, nin, nouts);
    }

    /**
     * Creates a network with {@code nin} inputs and layers of the sizes {@code nouts}; the last layer is the output.
     *
     * @param hidden the activation of all layers but the last
     * @param initializer the distribution of the weights, which are drawn layer by layer and neuron by neuron; biases
     *     are 0
     * @throws IllegalArgumentException if there is no layer, or a number is below 1
     */
    public MLP(PythonRandom random, Activation hidden, Initializer initializer, int nin, int... nouts) {
        this(hidden, draw(random, hidden, initializer, nin, nouts), nin);
    }

    /** Creates a network with ReLU hidden layers. */
    public MLP(PythonRandom random, int nin, int... nouts) {
        this(random, Activation.RELU, nin, nouts);
    }

    /** Creates a network with weights from the shared random generator. */
    public MLP(Activation hidden, int nin, int... nouts) {
        this(PythonRandom.shared(), hidden, nin, nouts);
    }

    /**
     * Creates a network with ReLU hidden layers and weights from the shared random generator, like micrograd's {@code
     * MLP(nin, nouts)}.
     */
    public MLP(int nin, int... nouts) {
        this(PythonRandom.shared(), nin, nouts);
    }

    MLP(Activation hidden, List<Layer> layers, int nin) {
        this(hidden, layers, nin, null, null, null);
    }

    private MLP(
            Activation hidden,
            List<Layer> layers,
            int nin,
            @Nullable Scaling inputScaling,
            @Nullable Scaling targetScaling,
            @Nullable Signature signature) {
        this.nin = nin;
        this.hidden = hidden;
        this.layers = List.copyOf(layers);
        parameters =
                layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
        this.inputScaling = inputScaling;
        this.targetScaling = targetScaling;
        this.signature = signature;
    }

    private static List<Layer> draw(
            PythonRandom random, Activation hidden, Initializer initializer, int nin, int[] nouts) {
        Shapes.checkPositive("expected at least 1 layer, as in new MLP(2, 16, 16, 1)", nouts.length);
        List<Layer> layers = new ArrayList<>();
        int width = nin;
        for (int i = 0; i < nouts.length; i++) {
            Activation activation = i < nouts.length - 1 ? hidden : Activation.LINEAR;
            layers.add(new Layer(random, activation, initializer, width, nouts[i]));
            width = nouts[i];
        }
        return layers;
    }

    /**
     * Returns a network that shares the parameters of this one and scales its inputs first.
     *
     * @throws IllegalArgumentException if the number of columns of the scaling differs from the number of inputs
     */
    public MLP withInputScaling(Scaling scaling) {
        requireSize("a scaling of the inputs", inputs(), scaling.size());
        return new MLP(hidden, layers, nin, scaling, targetScaling, signature);
    }

    /**
     * Returns a network that shares the parameters of this one and reverses a scaling on the result {@code y} of its
     * last layer, so that the outputs are {@code y / factor + shift}.
     *
     * @throws IllegalArgumentException if the number of columns of the scaling differs from the number of outputs
     */
    public MLP withTargetScaling(Scaling scaling) {
        requireSize("a scaling of the outputs", outputs(), scaling.size());
        return new MLP(hidden, layers, nin, inputScaling, scaling, signature);
    }

    /**
     * Returns a network that shares the parameters of this one and has names for its inputs and its outputs.
     *
     * @throws IllegalArgumentException if the number of feature names is neither 0 nor the number of inputs, or the
     *     number of classes does not match the number of outputs
     */
    public MLP withSignature(Signature names) {
        if (!names.features().isEmpty()) {
            requireSize("a signature", inputs(), names.features().size());
        }
        int scores =
                names.classes().size() <= 2 && outputs() == 1 ? names.classes().size() : outputs();
        if (names.classes().size() != scores) {
            throw new IllegalArgumentException("a network with " + outputs() + " outputs needs a signature with as many"
                    + " classes, got " + names.classes().size());
        }
        return new MLP(hidden, layers, nin, inputScaling, targetScaling, names);
    }

    /** Returns a copy of this network, with its own parameters. */
    public MLP copy() {
        List<Layer> copies = layers.stream().map(Layer::copy).toList();
        return new MLP(hidden, copies, nin, inputScaling, targetScaling, signature);
    }

    private static void requireSize(String what, int expected, int given) {
        if (expected != given) {
            throw new IllegalArgumentException(what + " needs " + expected + " columns, got " + given);
        }
    }

    /**
     * Returns the outputs as a graph that a loss can extend.
     *
     * @param x the features, length {@code nin}
     * @return one value per output
     * @throws IllegalArgumentException if the number of features is not {@code nin}
     */
    public Value[] forward(Value... x) {
        Shapes.checkInputs(this, nin, x.length);
        Value[] outputs = inputScaling == null ? x : inputScaling.scale(x);
        for (Layer layer : layers) {
            outputs = layer.forward(outputs);
        }
        return targetScaling == null ? outputs : targetScaling.restore(outputs);
    }

    /** Returns the outputs as a graph, given plain numbers as features. */
    public Value[] forward(double... x) {
        return forward(Shapes.values(x));
    }

    /** Returns the outputs without building a graph. They equal those of {@link #forward(double...)} bit for bit. */
    public double[] predict(double... x) {
        Shapes.checkInputs(this, nin, x.length);
        double[] outputs = inputScaling == null ? x : inputScaling.scale(x);
        for (Layer layer : layers) {
            outputs = layer.predict(outputs);
        }
        return targetScaling == null ? outputs : targetScaling.restore(outputs);
    }

    /**
     * Returns the outputs for many samples. They equal the outputs of {@link #predict(double...)} bit for bit. Compiles
     * the network if there are at least 500 samples.
     *
     * @param x samples by features
     * @return samples by outputs
     * @throws IllegalArgumentException if a sample has a different number of features
     */
    public double[][] predict(double[][] x) {
        for (double[] sample : x) {
            Shapes.checkInputs(this, nin, sample.length);
        }
        return x.length < WORTH_COMPILING
                ? Arrays.stream(x).map(this::predict).toArray(double[][]::new)
                : predictCompiled(x);
    }

    private synchronized double[][] predictCompiled(double[][] x) {
        if (predictor == null) {
            predictor = Compiled.predictor(parameters, this::forward);
        }
        return predictor.predict(x);
    }

    /** Returns the predicted class of each sample; see {@link #classOf}. */
    public int[] predictClass(double[][] x) {
        return Arrays.stream(predict(x)).mapToInt(MLP::classOf).toArray();
    }

    /** Returns the predicted class of the sample {@code x}, from 0; see {@link #classOf}. */
    public int predictClass(double... x) {
        return classOf(predict(x));
    }

    /**
     * Returns the predicted class: the index of the largest score or, for a single score, 1 if it is above 0 and
     * otherwise 0.
     */
    public static int classOf(double... scores) {
        if (scores.length == 1) {
            return scores[0] > 0 ? 1 : 0;
        }
        int largest = 0;
        for (int i = 1; i < scores.length; i++) {
            if (scores[i] > scores[largest]) {
                largest = i;
            }
        }
        return largest;
    }

    /**
     * Writes the network to a text file, which {@link #load(Path)} reads back bit for bit. The file is written
     * completely or not at all.
     *
     * @throws java.io.UncheckedIOException if the file cannot be written
     * @throws IllegalStateException if a parameter is not finite
     */
    public void save(Path file) {
        ModelFile.save(this, file);
    }

    /** Writes the network to the file with this name; see {@link #save(Path)}. */
    public void save(String file) {
        save(Path.of(file));
    }

    /**
     * Writes the network in the format that the file's extension selects: {@code .onnx} for ONNX Runtime, {@code
     * .safetensors} for the weights alone, {@code .java} for a class without dependencies, and {@code .svg}, {@code
     * .png} or {@code .dot} for a picture. The names of the {@link #signature} are included. Numbers have 64 bits,
     * except in ONNX files, where they have 32.
     *
     * @throws IllegalArgumentException if no format has the extension
     * @throws IllegalStateException if a parameter is not finite
     * @throws java.io.UncheckedIOException if the file cannot be written; an existing file is then unchanged
     */
    public void export(Path file) {
        export(file, ExportFormat.of(file).precision());
    }

    /** Writes the network to the file with this name; see {@link #export(Path)}. */
    public void export(String file) {
        export(Path.of(file));
    }

    /**
     * Writes the network in single or double precision; see {@link #export(Path)}.
     *
     * @return the files that were written
     * @throws IllegalArgumentException if no format has the extension, or the format does not support the precision
     */
    public List<Path> export(Path file, ExportFormat.Precision precision) {
        return ExportFormat.of(file).write(numbers(), Optional.empty(), precision, file);
    }

    /**
     * Returns the weights and biases of the network as plain numbers, with its scalings and names.
     *
     * @throws IllegalStateException if a parameter is not finite
     */
    public DenseNetwork numbers() {
        return ModelExport.of(this);
    }

    /**
     * Reads a network from a file that was written by {@link #save(Path)}, or by {@link #export(Path)} in safetensors
     * format.
     *
     * @throws java.io.UncheckedIOException if the file cannot be read, is damaged or is not a model; the message is one
     *     line that states the file and the reason
     */
    public static MLP load(Path file) {
        return ModelFile.load(file);
    }

    /** Reads a network from the file with this name; see {@link #load(Path)}. */
    public static MLP load(String file) {
        return load(Path.of(file));
    }

    /** Returns the number of inputs. */
    public int inputs() {
        return nin;
    }

    /** Returns the number of outputs. */
    public int outputs() {
        return layers.get(layers.size() - 1).neurons().size();
    }

    /** Returns the activation of all layers but the last. */
    public Activation hidden() {
        return hidden;
    }

    /** Returns the scaling of the inputs, if there is one. */
    public Optional<Scaling> inputScaling() {
        return Optional.ofNullable(inputScaling);
    }

    /** Returns the scaling that is reversed on the outputs, if there is one. */
    public Optional<Scaling> targetScaling() {
        return Optional.ofNullable(targetScaling);
    }

    /** Returns the names of the inputs, the target and the classes, if there are any. */
    public Optional<Signature> signature() {
        return Optional.ofNullable(signature);
    }

    /** Returns the layers, from the inputs to the outputs. */
    public List<Layer> layers() {
        return layers;
    }

    /** Returns the parameters of all layers, layer by layer. */
    @Override
    public List<Value> parameters() {
        return parameters;
    }

    /**
     * Returns a description that lists every neuron, such as {@code MLP of [Layer of [ReLUNeuron(2), ...], Layer of
     * [LinearNeuron(16)]]}.
     */
    @Override
    public String toString() {
        return "MLP of " + layers;
    }
}
