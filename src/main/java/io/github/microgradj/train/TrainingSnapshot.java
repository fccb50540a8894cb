package io.github.microgradj.train;

import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.MLP;
import java.util.List;

/**
 * The parameters of a network at one point during training.
 *
 * @param step the step that starts with these parameters; after the last step, the total number of steps
 * @param parameters the value of each parameter, in the order of {@link MLP#parameters()}
 */
public record TrainingSnapshot(int step, double[] parameters) {
    /** Takes a snapshot of a network before a step. */
    public static TrainingSnapshot of(int step, MLP model) {
        List<Value> parameters = model.parameters();
        double[] data = new double[parameters.size()];
        for (int i = 0; i < data.length; i++) {
            data[i] = parameters.get(i).data;
        }
        return new TrainingSnapshot(step, data);
    }

    /**
     * Copies these parameters into a network.
     *
     * @throws IllegalArgumentException if the network has a different number of parameters
     */
    public void restore(MLP model) {
        List<Value> values = model.parameters();
        if (values.size() != parameters.length) {
            throw new IllegalArgumentException(
                    "the snapshot has " + parameters.length + " parameters, but the network has " + values.size());
        }
        for (int i = 0; i < parameters.length; i++) {
            values.get(i).data = parameters[i];
        }
    }
}
