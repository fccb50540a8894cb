package io.github.microgradj.nn;

import io.github.microgradj.engine.Value;
import io.github.microgradj.export.DenseNetwork;
import io.github.microgradj.export.DenseNetwork.Columns;
import io.github.microgradj.export.DenseNetwork.Dense;
import io.github.microgradj.export.DenseNetwork.OutputKind;
import io.github.microgradj.text.Repr;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Conversions between networks and their plain numbers, for exporting and loading. */
final class ModelExport {
    private ModelExport() {}

    /**
     * Returns the weights and biases of a network as plain numbers, with its scalings and names.
     *
     * @throws IllegalStateException if a parameter is not finite
     */
    static DenseNetwork of(MLP model) {
        for (Value parameter : model.parameters()) {
            if (!Double.isFinite(parameter.data)) {
                throw new IllegalStateException(
                        "expected only finite parameters in the model to export, got " + Repr.of(parameter.data));
            }
        }
        Optional<Signature> names = model.signature();
        List<String> classes = names.map(Signature::classes).orElse(List.of());
        return new DenseNetwork(
                model.layers().stream().map(ModelExport::dense).toList(),
                model.inputScaling().map(ModelExport::columns),
                model.targetScaling().map(ModelExport::columns),
                names.isEmpty()
                        ? OutputKind.SCORES
                        : classes.isEmpty() ? OutputKind.REGRESSION : OutputKind.CLASSIFICATION,
                names.map(Signature::features).orElse(List.of()),
                names.map(Signature::target).orElse(""),
                classes);
    }

    private static Dense dense(Layer layer) {
        List<Neuron> neurons = layer.neurons();
        double[][] weights = new double[neurons.size()][];
        double[] biases = new double[neurons.size()];
        for (int n = 0; n < weights.length; n++) {
            double[] numbers = neurons.get(n).parameters().stream()
                    .mapToDouble(parameter -> parameter.data)
                    .toArray();
            weights[n] = Arrays.copyOf(numbers, numbers.length - 1);
            biases[n] = numbers[numbers.length - 1];
        }
        Activation activation = neurons.get(0).activation();
        return new Dense(weights, biases, DenseNetwork.Nonlinearity.valueOf(activation.name()));
    }

    private static Columns columns(Scaling scaling) {
        return new Columns(scaling.kind(), scaling.shift(), scaling.factor());
    }

    /**
     * Creates a network from its plain numbers.
     *
     * @throws IOException with a one-line message if the numbers do not form an MLP
     */
    static MLP model(DenseNetwork network) throws IOException {
        int last = network.layers().size() - 1;
        Activation hidden =
                last == 0 ? Activation.RELU : activation(network.layers().get(0));
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i <= last; i++) {
            Dense dense = network.layers().get(i);
            Activation expected = i == last ? Activation.LINEAR : hidden;
            if (activation(dense) != expected) {
                throw new IOException("layer " + i + " is " + activation(dense) + ", expected " + expected);
            }
            List<Neuron> neurons = new ArrayList<>();
            for (int n = 0; n < dense.biases().length; n++) {
                neurons.add(new Neuron(expected, dense.weights()[n], dense.biases()[n]));
            }
            layers.add(new Layer(neurons, dense.weights()[0].length));
        }
        try {
            return named(new MLP(hidden, layers, network.inputs()), network);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static MLP named(MLP plain, DenseNetwork network) {
        MLP model = plain;
        if (network.input().isPresent()) {
            model = model.withInputScaling(scaling(network.input().get()));
        }
        if (network.target().isPresent()) {
            model = model.withTargetScaling(scaling(network.target().get()));
        }
        return network.task() == OutputKind.SCORES
                ? model
                : model.withSignature(new Signature(network.features(), network.targetName(), network.classes()));
    }

    private static Scaling scaling(Columns columns) {
        return new Scaling(columns.kind(), columns.shift(), columns.factor());
    }

    private static Activation activation(Dense dense) {
        return Activation.valueOf(dense.function().name());
    }
}
