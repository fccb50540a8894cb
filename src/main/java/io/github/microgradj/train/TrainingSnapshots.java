package io.github.microgradj.train;

import io.github.microgradj.nn.MLP;
import java.util.ArrayList;
import java.util.List;

/** Keeps the parameters of a network while it is trained, evenly spaced over the steps, from the untrained network on. */
public final class TrainingSnapshots implements TrainingListener {
    /** Numbers that all snapshots together may have: 64 MB. */
    private static final int MOST_NUMBERS = 8_000_000;

    private final MLP model;
    private final EvenSample<TrainingSnapshot> kept;

    /**
     * Begins with the network as it is.
     *
     * @param most how many snapshots are kept, at least 2; of a large network fewer are
     */
    public TrainingSnapshots(MLP model, int most) {
        int affordable = MOST_NUMBERS / model.parameters().size();
        this.model = model;
        this.kept = new EvenSample<>(Math.max(2, Math.min(most, affordable)));
        kept.offer(0, () -> TrainingSnapshot.of(0, model));
    }

    @Override
    public boolean onStep(TrainingStep epoch) {
        kept.offer(epoch.step() + 1, () -> TrainingSnapshot.of(epoch.step() + 1, model));
        return true;
    }

    /**
     * The snapshots in order.
     *
     * @param run the training they are of, just after its end: the parameters it ended with are the last
     */
    public List<TrainingSnapshot> of(TrainingRun run) {
        List<TrainingSnapshot> all = new ArrayList<>(kept.items());
        boolean diverged = run.ending() == TrainingRun.Ending.DIVERGED; // in a step without an update
        int made = run.history().size() - (diverged ? 1 : 0);
        if (all.get(all.size() - 1).step() < made) {
            all.add(TrainingSnapshot.of(made, model));
        }
        return all;
    }
}
