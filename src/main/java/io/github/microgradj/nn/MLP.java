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
 * A multi-layer perceptron: hidden layers with one activation, then a linear layer.
 *
 * <p>A network may have a {@link Scaling} of its inputs, and of its outputs if it predicts a number. They are no
 * parameters: they are fixed, and the same numbers go in and out of the network as without them.
 */
public final class MLP implements Module {
    /** The minimum number of samples for which tracing a small network pays off. */
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
     * Creates a network of {@code nin} inputs and layers of {@code nouts} neurons; the last layer is the output.
     * Weights are drawn uniformly between -1 and 1, layer by layer and neuron by neuron; biases are 0.
     *
     * @param hidden the activation of all layers but the last
     * @throws IllegalArgumentException if there is no layer, or a number is below 1
     */
    public MLP(PythonRandom random, Activation hidden, int nin, int... nouts) {
        this(random, hidden, Initializer.UNIFORM, nin, nouts);
    }

    /**
     * Creates a network of {@code nin} inputs and layers of {@code nouts} neurons; the last layer is the output.
     *
     * @param hidden the activation of all layers but the last
     * @param initializer how the weights are drawn, layer by layer and neuron by neuron; biases are 0
     * @throws IllegalArgumentException if there is no layer, or a number is below 1
     */
    public MLP(PythonRandom random, Activation hidden, Initializer initializer, int nin, int... nouts) {
        this(hidden, draw(random, hidden, initializer, nin, nouts), nin);
    }

    /** Creates a network with ReLU in its hidden layers. */
    public MLP(PythonRandom random, int nin, int... nouts) {
        this(random, Activation.RELU, nin, nouts);
    }

    /** Creates a network drawn from the shared generator. */
    public MLP(Activation hidden, int nin, int... nouts) {
        this(PythonRandom.shared(), hidden, nin, nouts);
    }

    /** Creates a network with ReLU, drawn from the shared generator, like micrograd's {@code MLP(nin, nouts)}. */
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
        Shapes.checkPositive("an MLP has at least 1 layer, as in new MLP(2, 16, 16, 1)", nouts.length);
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
     * Returns a network on the same parameters that scales its inputs first.
     *
     * @throws IllegalArgumentException if the scaling is not for the number of inputs
     */
    public MLP withInputScaling(Scaling scaling) {
        requireSize("a scaling of the inputs", inputs(), scaling.size());
        return new MLP(hidden, layers, nin, scaling, targetScaling, signature);
    }

    /**
     * Returns a network on the same parameters whose layers compute scaled numbers: what it returns is restored from
     * them, {@code y / factor + shift}.
     *
     * @throws IllegalArgumentException if the scaling is not for the number of outputs
     */
    public MLP withTargetScaling(Scaling scaling) {
        requireSize("a scaling of the outputs", outputs(), scaling.size());
        return new MLP(hidden, layers, nin, inputScaling, scaling, signature);
    }

    /**
     * Returns a network on the same parameters with names for its inputs and what it predicts.
     *
     * @throws IllegalArgumentException if there are names for another number of inputs or classes
     */
    public MLP withSignature(Signature names) {
        if (!names.features().isEmpty()) {
            requireSize("a signature", inputs(), names.features().size());
        }
        int scores =
                names.classes().size() <= 2 && outputs() == 1 ? names.classes().size() : outputs();
        if (names.classes().size() != scores) {
            throw new IllegalArgumentException("a network with " + outputs() + " outputs has a signature of as many"
                    + " classes, got " + names.classes().size());
        }
        return new MLP(hidden, layers, nin, inputScaling, targetScaling, names);
    }

    /** Returns another network of the same structure, with the same scaling and names; its parameters are its own. */
    public MLP copy() {
        List<Layer> copies = layers.stream().map(Layer::copy).toList();
        return new MLP(hidden, copies, nin, inputScaling, targetScaling, signature);
    }

    private static void requireSize(String what, int expected, int given) {
        if (expected != given) {
            throw new IllegalArgumentException(what + " is for " + expected + " columns here, got " + given);
        }
    }

    /**
     * Returns the outputs as a graph, on which a loss can be built.
     *
     * @param x the features, length {@code nin}
     * @return one value per output
     * @throws IllegalArgumentException if the number of features differs
     */
    public Value[] forward(Value... x) {
        Shapes.checkInputs(this, nin, x.length);
        Value[] outputs = inputScaling == null ? x : inputScaling.scale(x);
        for (Layer layer : layers) {
            outputs = layer.forward(outputs);
        }
        return targetScaling == null ? outputs : targetScaling.restore(outputs);
    }

    /** Returns the outputs as a graph, for plain numbers as features. */
    public Value[] forward(double... x) {
        return forward(Shapes.values(x));
    }

    /**
     * Returns the raw scores: the same numbers as {@link #forward(double...)}, bit for bit, without building a graph.
     */
    public double[] predict(double... x) {
        Shapes.checkInputs(this, nin, x.length);
        double[] outputs = inputScaling == null ? x : inputScaling.scale(x);
        for (Layer layer : layers) {
            outputs = layer.predict(outputs);
        }
        return targetScaling == null ? outputs : targetScaling.restore(outputs);
    }

    /**
     * Returns the raw scores of many samples, bit for bit those of {@link #predict(double...)}. Compiles the network if
     * there are at least a few hundred samples.
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

    /** Returns the class of each sample; see {@link #classOf}. */
    public int[] predictClass(double[][] x) {
        return Arrays.stream(predict(x)).mapToInt(MLP::classOf).toArray();
    }

    /** Returns the class of the sample {@code x}, counted from 0; see {@link #classOf}. */
    public int predictClass(double... x) {
        return classOf(predict(x));
    }

    /** Returns the predicted class: the index of the largest score; for a single score, 1 if it is above 0, else 0. */
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
     * Writes the network to a text file, from which {@link #load(Path)} restores it bit for bit. The file is written
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
     * Writes the network in a format of other programs, which the file's extension names: {@code .onnx} for ONNX
     * Runtime, {@code .safetensors} for the weights alone, {@code .java} for a class without dependencies, and {@code
     * .svg}, {@code .png} or {@code .dot} for a picture. The names of the {@link #signature} are written, too. Numbers
     * have 64 bits; those of ONNX have 32.
     *
     * @throws IllegalArgumentException if the extension is of no format
     * @throws IllegalStateException if a parameter is not finite
     * @throws java.io.UncheckedIOException if the file cannot be written; it is then unchanged
     */
    public void export(Path file) {
        export(file, ExportFormat.of(file).precision());
    }

    /** Writes the network to the file with this name, see {@link #export(Path)}. */
    public void export(String file) {
        export(Path.of(file));
    }

    /**
     * Writes the network with numbers of 32 or 64 bits, see {@link #export(Path)}.
     *
     * @return the files that were written
     * @throws IllegalArgumentException also if the format lacks this precision
     */
    public List<Path> export(Path file, ExportFormat.Precision precision) {
        return ExportFormat.of(file).write(numbers(), Optional.empty(), precision, file);
    }

    /**
     * Returns the plain numbers of the network, with its scaling and names.
     *
     * @throws IllegalStateException if a parameter is not finite
     */
    public DenseNetwork numbers() {
        return ModelExport.of(this);
    }

    /**
     * Reads a network that {@link #save(Path)} wrote, or {@link #export(Path)} as safetensors.
     *
     * @throws java.io.UncheckedIOException if the file cannot be read, is damaged or is not a model; the message is one
     *     line with the file, the line and the reason
     */
    public static MLP load(Path file) {
        return ModelFile.load(file);
    }

    /** Reads a network from the file with this name; see {@link #load(Path)}. */
    public static MLP load(String file) {
        return load(Path.of(file));
    }

    /** Returns the number of features that the network takes. */
    public int inputs() {
        return nin;
    }

    /** Returns the number of scores that the network returns. */
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

    /** Returns the scaling that outputs are restored from, if there is one. */
    public Optional<Scaling> targetScaling() {
        return Optional.ofNullable(targetScaling);
    }

    /** Returns the names of inputs and classes, if there are any. */
    public Optional<Signature> signature() {
        return Optional.ofNullable(signature);
    }

    /** Returns the layers, from the inputs to the outputs. */
    public List<Layer> layers() {
        return layers;
    }

    /** Returns the parameters of each layer in order. */
    @Override
    public List<Value> parameters() {
        return parameters;
    }

    /**
     * Returns {@code MLP of [Layer of [ReLUNeuron(2), ...], Layer of [LinearNeuron(16)]]}, with every neuron listed.
     */
    @Override
    public String toString() {
        return "MLP of " + layers;
    }
}
