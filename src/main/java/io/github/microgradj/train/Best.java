package io.github.microgradj.train;

import io.github.microgradj.nn.MLP;
import org.jspecify.annotations.Nullable;

/** The parameters of the step with the least validation loss, for early stopping; none if the patience is 0. */
final class Best {
    private final MLP model;
    private final int patience;
    private double loss = Double.POSITIVE_INFINITY;
    private @Nullable TrainingSnapshot snapshot;

    Best(MLP model, int patience) {
        this.model = model;
        this.patience = patience;
    }

    /** Notes a step before its update; returns whether as many steps as the patience have passed since the best. */
    boolean isOver(TrainingStep epoch) {
        if (patience == 0) {
            return false;
        }
        double now = epoch.validation().map(Validation::loss).orElse(Double.NaN);
        if (now < loss) {
            loss = now;
            snapshot = TrainingSnapshot.of(epoch.step(), model);
        }
        return snapshot != null && epoch.step() - snapshot.step() >= patience;
    }

    /** Sets the parameters to those of the best step, if it kept any. */
    void restore() {
        if (snapshot != null) {
            snapshot.restore(model);
        }
    }
}
