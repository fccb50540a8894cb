package io.github.microgradj.viz.training;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.train.TrainingStep;
import java.time.Duration;
import java.util.List;

/**
 * A training at one moment, as a {@link Dashboard} shows it.
 *
 * @param data what it trains on
 * @param model the network as it is now
 * @param steps how many steps there are to be
 * @param epochs the steps so far or some of them, at least one, the latest last
 * @param elapsed how long the steps took
 * @param phase what is going on
 */
public record TrainingView(
        Dataset data, MLP model, int steps, List<TrainingStep> epochs, Duration elapsed, TrainingView.Phase phase) {
    /** What is going on while one looks. */
    public enum Phase {
        /** It trains. */
        RUNNING,
        /** It has ended. */
        ENDED,
        /** It has ended, and is shown again. */
        REPLAY
    }

    public TrainingView {
        if (epochs.isEmpty()) {
            throw new IllegalArgumentException("a training is shown from its first step on, was given none");
        }
        epochs = List.copyOf(epochs);
    }

    /** The latest step. */
    TrainingStep now() {
        return epochs.get(epochs.size() - 1);
    }

    /** The number of steps made. */
    int done() {
        return now().step() + 1;
    }
}
