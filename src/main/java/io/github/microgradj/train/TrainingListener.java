package io.github.microgradj.train;

/** A listener that follows a training. */
@FunctionalInterface
public interface TrainingListener {
    /**
     * Called after the update of a step.
     *
     * @return whether to continue
     */
    boolean onStep(TrainingStep epoch);
}
