package io.github.microgradj.train;

import io.github.microgradj.nn.MLP;
import io.github.microgradj.train.TrainingRun.Ending;
import java.util.ArrayList;
import java.util.List;

/**
 * A listener that records snapshots of a network, evenly spaced over the steps, starting with the untrained network.
 */
public final class TrainingSnapshots implements TrainingListener {
    /** The maximum number of parameters in all snapshots together, which take 64 MB. */
    private static final int MOST_NUMBERS = 8_000_000;

    private final MLP model;
    private final EvenSample<TrainingSnapshot> kept;

    /**
     * Creates a listener and records the initial network.
     *
     * @param most the maximum number of snapshots, at least 2; fewer are kept if the network is large
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
     * Returns the snapshots in order; the last one has the final parameters.
     *
     * @param run the recorded training run, whose network has not changed since training ended
     */
    public List<TrainingSnapshot> of(TrainingRun run) {
        List<TrainingSnapshot> all = new ArrayList<>(kept.items());
        boolean inStep = run.ending() == Ending.DIVERGED || run.ending() == Ending.EARLY; // no update in the last step
        int made = run.history().size() - (inStep ? 1 : 0);
        if (all.get(all.size() - 1).step() < made) {
            all.add(TrainingSnapshot.of(made, model));
        }
        return all;
    }
}
