package io.github.microgradj.train;

import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.MLP;
import java.util.List;

/**
 * The parameters of a network at one moment of its training.
 *
 * @param step the step that starts with these parameters; after the last step, the number of steps
 * @param parameters their data, in the order of {@link MLP#parameters()}
 */
public record TrainingSnapshot(int step, double[] parameters) {
    /** Returns a snapshot of a network before a step. */
    public static TrainingSnapshot of(int step, MLP model) {
        List<Value> parameters = model.parameters();
        double[] data = new double[parameters.size()];
        for (int i = 0; i < data.length; i++) {
            data[i] = parameters.get(i).data;
        }
        return new TrainingSnapshot(step, data);
    }

    /**
     * Sets the parameters of a network to these.
     *
     * @throws IllegalArgumentException if it has a different number of parameters
     */
    public void restore(MLP model) {
        List<Value> values = model.parameters();
        if (values.size() != parameters.length) {
            throw new IllegalArgumentException("the " + parameters.length
                    + " parameters of a snapshot do not fit a network with " + values.size());
        }
        for (int i = 0; i < parameters.length; i++) {
            values.get(i).data = parameters[i];
        }
    }
}
