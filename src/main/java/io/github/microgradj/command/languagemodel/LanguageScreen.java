package io.github.microgradj.command.languagemodel;

import io.github.microgradj.editor.Window;
import io.github.microgradj.engine.Value;
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
import io.github.microgradj.viz.training.LanguageDashboard.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A display that shows a dashboard during training and at its end. The model writes a line for each frame. */
final class LanguageScreen extends LanguageDisplay {
    private static final int MOST_WRITTEN = 200;

    private final Window window;
    private final Frames frames;
    private final Window.Silence silence;
    private final BackgroundPainter painter = new BackgroundPainter();
    private final long started = System.nanoTime();
    private final LanguageModel model;
    /** A copy of the model, which writes documents while the model itself is trained. */
    private final LanguageModel twin;

    private final PythonRandom random = new PythonRandom(0);
    private final List<LanguageStep> history = new ArrayList<>();
    private final List<String> written = new ArrayList<>();
    private volatile boolean closed;

    LanguageScreen(Printer printer, Window window, LanguageModel model) {
        super(printer);
        this.window = window;
        this.frames = new Frames(printer);
        this.silence = window.silence();
        this.model = model;
        this.twin = model.kind().create(new PythonRandom(0), model.tokenizer(), model.size());
    }

    @Override
    boolean onStep(LanguageStep step) {
        history.add(step);
        long now = System.nanoTime();
        if (painter.isFree(now) && !closed) {
            copyParameters();
            List<LanguageStep> shown = List.copyOf(history);
            Duration elapsed = Duration.ofNanos(now - started);
            painter.draw(() -> {
                write(step);
                show(shown, elapsed, false);
            });
        }
        return !closed;
    }

    private void copyParameters() {
        List<Value> from = model.parameters();
        List<Value> to = twin.parameters();
        for (int i = 0; i < from.size(); i++) {
            to.get(i).data = from.get(i).data;
        }
    }

    /** Adds a line with the number of the step and as many documents as fit. */
    private void write(LanguageStep step) {
        int panel = dashboard().panel();
        String line = String.format("%,7d  %s", step.step() + 1, twin.sample(random));
        for (String next = line; TextWidth.of(next) <= panel; next = line + "  " + twin.sample(random)) {
            line = next;
        }
        written.add(TextWidth.cut(line, panel));
        if (written.size() > MOST_WRITTEN) {
            written.remove(0);
        }
    }

    private LanguageDashboard dashboard() {
        return new LanguageDashboard(window.columns(), window.rows(), printer().colours());
    }

    private void show(List<LanguageStep> shown, Duration elapsed, boolean ended) {
        int columns = Math.max(1, window.columns());
        if (Dashboard.fits(columns, window.rows())) {
            frames.show(dashboard().lines(new Progress(shown, elapsed, ended, written)), columns);
        } else {
            frames.show(List.of(TextWidth.cut(shown.get(shown.size() - 1).toString(), columns)), columns);
        }
    }

    @Override
    void end(LanguageRun run) {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - started);
        painter.await();
        show(run.history(), elapsed, true);
        super.end(run);
    }

    @Override
    public void close() {
        closed = true;
        painter.close();
        silence.close();
    }
}
