package io.github.microgradj.train;

/** A listener that follows a training run. */
@FunctionalInterface
public interface TrainingListener {
    /**
     * Receives a step after its update.
     *
     * @return whether to continue
     */
    boolean onStep(TrainingStep epoch);
}
