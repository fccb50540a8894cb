package io.github.microgradj.train;

/** A listener that follows a training run. */
@FunctionalInterface
public interface TrainingListener {
    /**
     * Called after the update of a step.
     *
     * @return whether to continue
     */
    boolean onStep(TrainingStep epoch);
}
