package io.github.microgradj.train;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.nn.Activation;
import io.github.microgradj.nn.Layer;
import io.github.microgradj.nn.MLP;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A detector of ReLU neurons whose output is 0 for every sample. Such neurons have a gradient of 0, so they cannot
 * learn.
 */
final class DeadNeurons {
    private DeadNeurons() {}

    /**
     * Returns a description of the first hidden layer in which more than half of the neurons are dead; empty if there
     * is none.
     */
    static Optional<String> of(MLP model, Dataset data) {
        if (model.hidden() != Activation.RELU) {
            return Optional.empty();
        }
        List<Layer> layers = model.layers();
        double[][] outputs = data.inputs();
        if (model.inputScaling().isPresent()) {
            outputs = Arrays.stream(outputs)
                    .map(model.inputScaling().get()::scale)
                    .toArray(double[][]::new);
        }
        for (int i = 0; i < layers.size() - 1; i++) {
            outputs = Arrays.stream(outputs).map(layers.get(i)::predict).toArray(double[][]::new);
            int width = layers.get(i).neurons().size();
            int dead = dead(outputs, width);
            if (2 * dead > width) {
                String neurons = dead < width
                        ? dead + " of " + width + " neurons"
                        : width == 1 ? "the only neuron" : "all " + width + " neurons";
                return Optional.of(neurons + " of hidden layer " + (i + 1) + (width == 1 ? " is" : " are")
                        + " 0 for every training sample");
            }
        }
        return Optional.empty();
    }

    private static int dead(double[][] outputs, int width) {
        int dead = 0;
        for (int n = 0; n < width; n++) {
            int neuron = n;
            dead += Arrays.stream(outputs).allMatch(output -> output[neuron] == 0) ? 1 : 0;
        }
        return dead;
    }
}
