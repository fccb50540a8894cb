package io.github.microgradj.shell.command;

import io.github.microgradj.nn.MLP;
import io.github.microgradj.shell.Printer;
import io.github.microgradj.shell.terminal.Window;
import io.github.microgradj.train.Epoch;
import io.github.microgradj.train.Snapshot;
import io.github.microgradj.train.Snapshots;
import io.github.microgradj.train.Thinned;
import io.github.microgradj.train.TrainingRun;
import io.github.microgradj.viz.Dashboard;
import io.github.microgradj.viz.TrainingView;
import io.github.microgradj.viz.TrainingView.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The dashboard while it trains, as it ends, and once more. Between pictures a step costs a look at the clock. */
final class TrainingDashboard extends TrainingDisplay {
    /** More steps than a curve in a terminal can tell apart. */
    private static final int CURVE = 400;
    /** What drawing may take: a tenth of a second, and a fortieth of the time. */
    private static final long FREE_NANOS = 100_000_000;

    private static final int SHARE = 40;
    private static final long REPLAY_MILLIS = 5_000;
    private static final long SLOWEST_MILLIS = 500;

    private final Window window;
    private final Training training;
    private final Frames frames;
    private final Window.Silence silence;
    private final Thinned<Epoch> epochs = new Thinned<>(CURVE);
    private final long started = System.nanoTime();
    private long lastFrame = started;
    private long drawing;
    private volatile boolean closed;

    TrainingDashboard(Printer printer, Window window, Training training) {
        super(printer);
        this.window = window;
        this.training = training;
        this.frames = new Frames(printer);
        this.silence = window.silence();
    }

    @Override
    public boolean onStep(Epoch epoch) {
        epochs.offer(epoch.step(), () -> epoch);
        long now = System.nanoTime();
        boolean due = now - lastFrame >= FRAME_NANOS && drawing <= FREE_NANOS + (now - started) / SHARE;
        if (due && !closed) {
            show(training.model(), upTo(epoch, epochs.items()), Duration.ofNanos(now - started), Phase.RUNNING);
            lastFrame = now;
            drawing += System.nanoTime() - now;
        }
        return !closed;
    }

    /** Those of the steps that are not after a step, and this step itself. */
    private static List<Epoch> upTo(Epoch last, List<Epoch> some) {
        List<Epoch> epochs = new ArrayList<>();
        for (Epoch epoch : some) {
            if (epoch.step() < last.step()) {
                epochs.add(epoch);
            }
        }
        epochs.add(last);
        return epochs;
    }

    /** In a window that has become too small there is a bar. */
    private void show(MLP model, List<Epoch> shown, Duration elapsed, Phase phase) {
        int columns = Math.max(1, window.columns());
        int steps = training.options().steps();
        Epoch last = shown.get(shown.size() - 1);
        if (Dashboard.fits(columns, window.rows())) {
            TrainingView view = new TrainingView(training.data(), model, steps, shown, elapsed, phase);
            frames.show(new Dashboard(columns, window.rows(), printer().colours()).lines(view), columns);
        } else {
            frames.show(List.of(TrainingBar.line(last, steps, elapsed.toNanos(), columns - 1)), columns);
        }
    }

    @Override
    void end(TrainingRun run) {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - started);
        if (Dashboard.fits(window.columns(), window.rows())) {
            show(run.model(), upTo(run.last(), epochs.items()), elapsed, Phase.ENDED);
        } else {
            frames.show(List.of(), Math.max(1, window.columns()));
            TrainingBar.boundary(printer(), run);
        }
    }

    @Override
    boolean replay(TrainingRun run, Snapshots snapshots) {
        if (!Dashboard.fits(window.columns(), window.rows())) {
            return false;
        }
        List<Snapshot> moments = snapshots.of(run);
        MLP twin = snapshots.twin();
        Duration pause = Duration.ofMillis(Math.min(SLOWEST_MILLIS, REPLAY_MILLIS / moments.size()));
        Duration elapsed = Duration.ofNanos(System.nanoTime() - started);
        for (Snapshot moment : moments) {
            moment.restore(twin);
            Epoch epoch = run.history().get(Math.min(moment.step(), run.last().step()));
            long began = System.nanoTime();
            show(twin, upTo(epoch, epochs.items()), elapsed, Phase.REPLAY);
            if (isSkipped(pause.minusNanos(System.nanoTime() - began))) {
                break;
            }
        }
        show(run.model(), upTo(run.last(), epochs.items()), elapsed, Phase.ENDED);
        return true;
    }

    /** Waits until the next picture is due, or for a key; Ctrl-C is one too. */
    private boolean isSkipped(Duration pause) {
        try {
            return window.awaitKey(pause);
        } catch (InterruptedException e) {
            return true; // The shell meant the replay, which ends.
        }
    }

    @Override
    public void close() {
        closed = true;
        silence.close();
    }
}
