package io.github.microgradj.train;

import io.github.microgradj.nn.MLP;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of the step with the lowest validation loss, for early stopping. They are not recorded if the patience
 * is 0.
 */
final class Best {
    private final MLP model;
    private final int patience;
    private double loss = Double.POSITIVE_INFINITY;
    private int since;
    private @Nullable TrainingSnapshot snapshot;

    Best(MLP model, int patience) {
        this.model = model;
        this.patience = patience;
    }

    /**
     * Records a step before its update. Returns whether at least {@code patience} steps have been recorded since the
     * best one.
     */
    boolean isOver(TrainingStep epoch) {
        if (patience == 0) {
            return false;
        }
        double now = epoch.validation().map(Validation::loss).orElse(Double.NaN);
        if (now < loss) {
            loss = now;
            since = 0;
            snapshot = TrainingSnapshot.of(epoch.step(), model);
        } else {
            since++;
        }
        return snapshot != null && since >= patience;
    }

    /** Restores the parameters of the best step, if one was recorded. */
    void restore() {
        if (snapshot != null) {
            snapshot.restore(model);
        }
    }
}
