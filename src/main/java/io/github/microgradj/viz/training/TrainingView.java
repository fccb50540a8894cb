package io.github.microgradj.viz.training;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.train.TrainingStep;
import io.github.microgradj.train.Validation;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The state of a training run, for display by a {@link Dashboard}.
 *
 * @param data the data set of the training run
 * @param model the network at this moment
 * @param steps the planned number of steps
 * @param epochs all or some of the steps so far, at least one, ending with the latest
 * @param elapsed the time taken by the steps so far
 * @param phase the phase of the training run
 */
public record TrainingView(
        Dataset data, MLP model, int steps, List<TrainingStep> epochs, Duration elapsed, TrainingView.Phase phase) {
    /** The phase of a training run. */
    public enum Phase {
        /** The training run is in progress. */
        RUNNING,
        /** The training run has ended. */
        ENDED,
        /** The training run has ended and is being replayed. */
        REPLAY
    }

    public TrainingView {
        if (epochs.isEmpty()) {
            throw new IllegalArgumentException("expected at least 1 step of a training run, got 0");
        }
        epochs = List.copyOf(epochs);
    }

    /** Returns the latest step. */
    TrainingStep now() {
        return epochs.get(epochs.size() - 1);
    }

    /** Returns a measure of the validation samples at each step; NaN at a step for which it was not computed. */
    double[] values(ToDoubleFunction<Validation> held) {
        return epochs.stream()
                .mapToDouble(step -> step.validation().map(held::applyAsDouble).orElse(Double.NaN))
                .toArray();
    }

    /** Returns the number of completed steps. */
    int done() {
        return now().step() + 1;
    }
}
