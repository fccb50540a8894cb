package io.github.microgradj.command.languagemodel;

import io.github.microgradj.editor.Window;
import io.github.microgradj.languagemodel.LanguageModel;
import io.github.microgradj.languagemodel.LanguageRun;
import io.github.microgradj.languagemodel.LanguageStep;
import io.github.microgradj.output.Printer;
import io.github.microgradj.output.Printer.Style;
import io.github.microgradj.text.TextWidth;
import io.github.microgradj.viz.training.Dashboard;
import java.util.List;
import java.util.Optional;

/** A display of language model training: a dashboard or one line in a terminal, microgpt's lines elsewhere. */
abstract class LanguageDisplay implements AutoCloseable {
    private final Printer printer;

    LanguageDisplay(Printer printer) {
        this.printer = printer;
    }

    final Printer printer() {
        return printer;
    }

    /** Returns the display for this terminal, or for output that is not a terminal. */
    static LanguageDisplay of(LanguageModel model, Printer printer, boolean lines, boolean quiet) {
        if (quiet || lines || !printer.isTerminal()) {
            return new LanguageLines(printer, !quiet);
        }
        Optional<Window> window =
                printer.window().filter(each -> !each.isDumb() && Dashboard.fits(each.columns(), each.rows()));
        return window.isPresent() ? new LanguageScreen(printer, window.get(), model) : new LanguageLine(printer);
    }

    /**
     * Shows a step.
     *
     * @return whether to continue
     */
    abstract boolean onStep(LanguageStep step);

    /** Shows how training ended. */
    void end(LanguageRun run) {
        String message = TextWidth.wrapped(run.message(), printer.columns());
        if (run.succeeded()) {
            printer.line(Style.GOOD, message);
        } else {
            printer.error(message);
        }
    }

    /** Prints documents that the trained model wrote, as many on each line as fit. */
    void samples(List<String> samples) {
        StringBuilder line = new StringBuilder();
        for (String sample : samples) {
            if (line.length() > 0 && TextWidth.of(line + "  " + sample) >= printer.columns()) {
                printer.line(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : "  ").append(sample);
        }
        printer.line(line.toString());
    }

    /** Prints details of the result. */
    void detail(String text) {
        note(text);
    }

    /** Prints a note about anything else, such as a file that was written. */
    void note(String text) {
        printer.line(TextWidth.wrapped(text, printer.columns()));
    }

    /** Prints commands to try next. */
    void suggest(List<String> commands) {
        printer.suggest(commands);
    }

    /** Releases the terminal. If training continues, it is no longer shown. */
    @Override
    public void close() {
        // Most displays do not hold the terminal.
    }
}
