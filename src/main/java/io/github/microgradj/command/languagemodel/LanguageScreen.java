package io.github.microgradj.command.languagemodel;

import io.github.microgradj.editor.Window;
import io.github.microgradj.languagemodel.LanguageModel;
import io.github.microgradj.languagemodel.LanguageRun;
import io.github.microgradj.languagemodel.LanguageStep;
import io.github.microgradj.output.BackgroundPainter;
import io.github.microgradj.output.Frames;
import io.github.microgradj.output.Printer;
import io.github.microgradj.random.PythonRandom;
import io.github.microgradj.text.TextWidth;
import io.github.microgradj.viz.training.Dashboard;
import io.github.microgradj.viz.training.LanguageDashboard;
import io.github.microgradj.viz.training.LanguageDashboard.LanguageProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A display that shows a dashboard during and after training. The dashboard includes documents that the model writes
 * during training.
 */
final class LanguageScreen extends LanguageDisplay {
    /** The minimum time between two lines that the model writes. */
    private static final long PERIOD_NANOS = 80_000_000;

    /**
     * The time between two lines is also at least the elapsed time divided by this number. Later lines differ less from
     * each other, so they are written less often.
     */
    private static final int PARTS = 12;

    private final Window window;
    private final Frames frames;
    private final Window.Silence silence;
    private final BackgroundPainter painter = new BackgroundPainter();
    private final long started = System.nanoTime();
    private final LanguageModel model;
    private final PythonRandom random = new PythonRandom(0);
    private final List<LanguageStep> history = new ArrayList<>();
    private final List<String> written = new ArrayList<>();
    private long lastWritten = started;
    private volatile boolean closed;

    LanguageScreen(Printer printer, Window window, LanguageModel model) {
        super(printer, Audience.USER);
        this.window = window;
        this.frames = new Frames(printer);
        this.silence = window.silence();
        this.model = model;
        LanguageProgress first =
                new LanguageProgress(List.of(new LanguageStep(0, 1, 1)), Duration.ZERO, false, List.of());
        painter.prepare(() -> dashboard().lines(first));
    }

    @Override
    boolean onStep(LanguageStep step) {
        history.add(step);
        long now = System.nanoTime();
        if (now - lastWritten >= Math.max(PERIOD_NANOS, (now - started) / PARTS)) {
            lastWritten = now;
            write(step);
        }
        if (painter.isFree(now) && !closed) {
            LanguageProgress progress = new LanguageProgress(
                    List.copyOf(history), Duration.ofNanos(now - started), false, List.copyOf(written));
            painter.draw(() -> show(progress));
        }
        return !closed;
    }

    /** Adds a line with the number of the step and as many documents as fit. */
    private void write(LanguageStep step) {
        int panel = dashboard().panel();
        String line = String.format("%,7d  %s", step.step() + 1, model.sample(random));
        for (String next = line; TextWidth.of(next) <= panel; next = line + "  " + model.sample(random)) {
            line = next;
        }
        written.add(TextWidth.cut(line, panel));
    }

    private LanguageDashboard dashboard() {
        return new LanguageDashboard(window.columns(), window.rows(), printer().colours());
    }

    private void show(LanguageProgress progress) {
        int columns = Math.max(1, window.columns());
        List<LanguageStep> steps = progress.history();
        frames.show(
                Dashboard.fits(columns, window.rows())
                        ? dashboard().lines(progress)
                        : List.of(TextWidth.cut(steps.get(steps.size() - 1).toString(), columns)),
                columns);
    }

    @Override
    void end(LanguageRun run) {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - started);
        painter.await();
        show(new LanguageProgress(run.history(), elapsed, true, List.copyOf(written)));
        super.end(run);
    }

    @Override
    public void close() {
        closed = true;
        painter.close();
        silence.close();
    }
}
