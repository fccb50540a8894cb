package io.github.microgradj.train;

/** Follows a training. */
@FunctionalInterface
public interface TrainingListener {
    /**
     * Hears of a step after its update.
     *
     * @return whether to go on
     */
    boolean onStep(TrainingStep epoch);
}
