package io.github.microgradj.python;

import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.Activation;
import io.github.microgradj.nn.Layer;
import io.github.microgradj.nn.Module;
import io.github.microgradj.nn.Neuron;
import io.github.microgradj.python.value.PythonFunction;
import io.github.microgradj.python.value.PythonNumbers;
import io.github.microgradj.python.value.Sequences;
import io.github.microgradj.random.PythonRandom;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An {@code MLP} as defined by classes that were pasted into a cell: every layer has the same activation, whereas the
 * last layer of microgradj's own {@code MLP} is linear. The weights and, if requested, the biases are drawn in the same
 * order as in those classes.
 */
public final class PastedNetwork implements Module, PythonFunction {
    private final List<Layer> layers;

    private PastedNetwork(List<Layer> layers) {
        this.layers = layers;
    }

    /** Returns {@code MLP(nin, nouts)}. */
    public static PastedNetwork mlp(
            Activation activation, boolean drawsBiases, @Nullable Object nin, @Nullable Object nouts) {
        List<Layer> layers = new ArrayList<>();
        Object width = nin;
        for (Object nout : Sequences.list(nouts)) {
            layers.add(layer(activation, drawsBiases, width, nout));
            width = nout;
        }
        return new PastedNetwork(layers);
    }

    /** Returns {@code Layer(nin, nout)}. */
    public static Layer layer(Activation activation, boolean drawsBiases, @Nullable Object nin, @Nullable Object nout) {
        return drawn(new Layer(new PythonRandom(0), activation, size(nin), size(nout)), size(nin) + 1, drawsBiases);
    }

    /** Returns {@code Neuron(nin)}. */
    public static Neuron neuron(Activation activation, boolean drawsBiases, @Nullable Object nin) {
        return drawn(new Neuron(new PythonRandom(0), activation, size(nin)), size(nin) + 1, drawsBiases);
    }

    private static int size(@Nullable Object number) {
        return Math.toIntExact(PythonNumbers.index(number));
    }

    /**
     * Draws the weights and, if requested, the biases of the neurons again. {@code each} is the number of parameters of
     * a neuron, the last of which is its bias.
     */
    private static <T extends Module> T drawn(T module, int each, boolean drawsBiases) {
        List<Value> parameters = module.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (drawsBiases || i % each < each - 1) {
                parameters.get(i).data = PythonRandom.shared().uniform(-1, 1);
            }
        }
        return module;
    }

    @Override
    public @Nullable Object call(@Nullable Object... arguments) {
        Object x = arguments.length == 1 ? arguments[0] : Py.list(arguments);
        for (Layer layer : layers) {
            Object output = Networks.output(layer, new Object[] {x});
            x = layer == layers.get(layers.size() - 1) || output instanceof List ? output : Py.list(output);
        }
        return x;
    }

    /** Returns the layers, from the inputs to the outputs. */
    public List<Layer> layers() {
        return List.copyOf(layers);
    }

    @Override
    public List<Value> parameters() {
        return layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
    }

    @Override
    public String toString() {
        return "MLP of " + layers;
    }
}
