package io.github.microgradj.train;

import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.random.PythonRandom;
import java.util.List;

/**
 * A network as it was at one moment of its training.
 *
 * @param step the step that begins with these parameters; after the last step, the number of steps
 * @param parameters their data, in the order of {@link MLP#parameters()}
 */
public record TrainingSnapshot(int step, double[] parameters) {
    /** A network as it is before a step. */
    public static TrainingSnapshot of(int step, MLP model) {
        List<Value> parameters = model.parameters();
        double[] data = new double[parameters.size()];
        for (int i = 0; i < data.length; i++) {
            data[i] = parameters.get(i).data;
        }
        return new TrainingSnapshot(step, data);
    }

    /** Another network of the same shape, to restore snapshots into. */
    public static MLP twin(MLP model) {
        int[] widths = model.layers().stream()
                .mapToInt(layer -> layer.neurons().size())
                .toArray();
        return new MLP(new PythonRandom(0), model.hidden(), model.inputs(), widths);
    }

    /**
     * Gives a network these parameters.
     *
     * @throws IllegalArgumentException if it has another number of them
     */
    public void restore(MLP model) {
        List<Value> values = model.parameters();
        if (values.size() != parameters.length) {
            throw new IllegalArgumentException("a snapshot of " + parameters.length
                    + " parameters suits no network with " + values.size() + " of them");
        }
        for (int i = 0; i < parameters.length; i++) {
            values.get(i).data = parameters[i];
        }
    }
}
