package io.github.microgradj.command.training;

import io.github.microgradj.editor.Window;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.output.BackgroundPainter;
import io.github.microgradj.output.Frames;
import io.github.microgradj.output.Printer;
import io.github.microgradj.train.EvenSample;
import io.github.microgradj.train.TrainingRun;
import io.github.microgradj.train.TrainingSnapshot;
import io.github.microgradj.train.TrainingStep;
import io.github.microgradj.viz.training.Dashboard;
import io.github.microgradj.viz.training.TrainingView;
import io.github.microgradj.viz.training.TrainingView.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A display that shows a dashboard during training, at its end and in a replay. Between frames, a step costs at most
 * one reading of the clock.
 */
final class TrainingDashboard extends TrainingDisplay {
    /** The maximum number of points of a curve, more than a terminal can resolve. */
    private static final int CURVE = 400;
    /** The approximate time between two readings of the clock. */
    private static final long LOOK_NANOS = 2_000_000;

    private static final long REPLAY_MILLIS = 5_000;
    private static final long SLOWEST_MILLIS = 500;

    /** The maximum number of parameters for which the boundary is drawn almost instantly. */
    private static final int QUICK = 10_000;

    private final Window window;
    private final TrainingJob training;
    private final Frames frames;
    private final Window.Silence silence;
    private final EvenSample<TrainingStep> epochs = new EvenSample<>(CURVE);
    private final long started = System.nanoTime();
    private final BackgroundPainter painter = new BackgroundPainter();
    /** A copy of the network, which is drawn while the network itself is trained. */
    private final MLP twin;

    private long lastLook = started;
    private int steps;
    private int stepsUntilLook;
    private boolean prepared;
    private volatile boolean closed;

    TrainingDashboard(Printer printer, Window window, TrainingJob training) {
        super(printer, Audience.USER);
        this.window = window;
        this.training = training;
        this.frames = new Frames(printer);
        this.silence = window.silence();
        this.twin = training.model().copy();
        painter.prepare(() -> lines(List.of(new TrainingStep(0, 1, 1, 1)), Duration.ZERO, Phase.RUNNING));
    }

    @Override
    public boolean onStep(TrainingStep epoch) {
        epochs.offer(epoch.step(), () -> epoch);
        steps++;
        if (steps >= stepsUntilLook) {
            long now = System.nanoTime();
            stepsUntilLook = (int) Math.min(1_000_000, steps * LOOK_NANOS / Math.max(1, now - lastLook));
            lastLook = now;
            steps = 0;
            if (painter.isFree(now) && !closed) {
                TrainingSnapshot.of(epoch.step() + 1, training.model()).restore(twin);
                List<TrainingStep> shown = upTo(epoch, epochs.items());
                Duration elapsed = Duration.ofNanos(now - started);
                painter.draw(() -> show(shown, elapsed, Phase.RUNNING));
                if (!prepared) {
                    prepared = true;
                    prepareEnd(shown, elapsed);
                }
            }
        }
        return !closed;
    }

    /**
     * Warms up the code that draws the final picture, which is finer than the others. Drawing it for the first time is
     * slow, and the user waits for it after Ctrl-C.
     */
    private void prepareEnd(List<TrainingStep> shown, Duration elapsed) {
        if (twin.parameters().size() <= QUICK) {
            painter.prepare(() -> lines(shown, elapsed, Phase.ENDED));
        }
    }

    /** Returns the steps that precede a step, followed by the step itself. */
    private static List<TrainingStep> upTo(TrainingStep last, List<TrainingStep> some) {
        List<TrainingStep> epochs = new ArrayList<>();
        for (TrainingStep epoch : some) {
            if (epoch.step() < last.step()) {
                epochs.add(epoch);
            }
        }
        epochs.add(last);
        return epochs;
    }

    private void show(List<TrainingStep> shown, Duration elapsed, Phase phase) {
        frames.show(lines(shown, elapsed, phase), Math.max(1, window.columns()));
    }

    /** Returns the dashboard, or a progress bar if the window has become too small. */
    private List<String> lines(List<TrainingStep> shown, Duration elapsed, Phase phase) {
        int columns = window.columns();
        int steps = training.options().steps();
        if (!Dashboard.fits(columns, window.rows())) {
            TrainingStep last = shown.get(shown.size() - 1);
            return List.of(TrainingBar.line(last, steps, elapsed.toNanos(), columns - 1));
        }
        TrainingView view = new TrainingView(training.data(), twin, steps, shown, elapsed, phase);
        return new Dashboard(columns, window.rows(), printer().colours()).lines(view);
    }

    @Override
    void end(TrainingRun run) {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - started);
        painter.await();
        if (Dashboard.fits(window.columns(), window.rows())) {
            showEnd(run, elapsed);
        } else {
            frames.show(List.of(), Math.max(1, window.columns()));
            TrainingBar.picture(printer(), run);
        }
    }

    @Override
    boolean replay(TrainingRun run, List<TrainingSnapshot> moments) {
        if (!Dashboard.fits(window.columns(), window.rows())) {
            return false;
        }
        Duration pause = Duration.ofMillis(Math.min(SLOWEST_MILLIS, REPLAY_MILLIS / moments.size()));
        Duration elapsed = Duration.ofNanos(System.nanoTime() - started);
        for (TrainingSnapshot moment : moments) {
            moment.restore(twin);
            TrainingStep epoch =
                    run.history().get(Math.min(moment.step(), run.last().step()));
            long began = System.nanoTime();
            show(upTo(epoch, epochs.items()), elapsed, Phase.REPLAY);
            if (isSkipped(pause.minusNanos(System.nanoTime() - began))) {
                break;
            }
        }
        showEnd(run, elapsed);
        return true;
    }

    private void showEnd(TrainingRun run, Duration elapsed) {
        TrainingSnapshot.of(run.last().step() + 1, run.model()).restore(twin);
        show(upTo(run.last(), epochs.items()), elapsed, Phase.ENDED);
    }

    /**
     * Waits until the next frame is due or a key is pressed. Returns whether a key was pressed; Ctrl-C counts as a key.
     */
    private boolean isSkipped(Duration pause) {
        try {
            return window.awaitKey(pause);
        } catch (InterruptedException e) {
            return true; // The user pressed Ctrl-C to end the replay.
        }
    }

    @Override
    public void close() {
        closed = true;
        painter.close();
        silence.close();
    }
}
