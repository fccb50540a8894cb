package io.github.microgradj.command.languagemodel;

import io.github.microgradj.command.RunDisplay;
import io.github.microgradj.editor.Window;
import io.github.microgradj.languagemodel.LanguageModel;
import io.github.microgradj.languagemodel.LanguageRun;
import io.github.microgradj.languagemodel.LanguageStep;
import io.github.microgradj.output.Printer;
import io.github.microgradj.text.TextWidth;
import io.github.microgradj.viz.training.Dashboard;
import java.util.List;
import java.util.Optional;

/**
 * A display of the training of a language model: a dashboard, a single line that is overwritten, or lines in the format
 * of microgpt.
 */
abstract class LanguageDisplay extends RunDisplay {
    LanguageDisplay(Printer printer, Audience audience) {
        super(printer, audience);
    }

    /**
     * Returns the display for a terminal: a dashboard if the window can show one, or otherwise a single line. Returns
     * {@link LanguageLines} if {@code lines} or {@code quiet} is set, or if the output is not a terminal.
     */
    static LanguageDisplay of(LanguageModel model, Printer printer, boolean lines, boolean quiet) {
        if (quiet || lines || !printer.isTerminal()) {
            return new LanguageLines(printer, quiet ? Audience.NONE : Audience.PROGRAM);
        }
        Optional<Window> window =
                printer.window().filter(each -> !each.isDumb() && Dashboard.fits(each.columns(), each.rows()));
        return window.isPresent() ? new LanguageScreen(printer, window.get(), model) : new LanguageLine(printer);
    }

    /**
     * Shows a step.
     *
     * @return whether training should continue
     */
    abstract boolean onStep(LanguageStep step);

    /** Shows how training ended. */
    void end(LanguageRun run) {
        printResult(run.succeeded(), run.message());
    }

    /** Prints documents that the trained model wrote, as many on each line as fit. */
    void samples(List<String> samples) {
        StringBuilder line = new StringBuilder();
        for (String sample : samples) {
            if (line.length() > 0
                    && TextWidth.of(line + "  " + sample) >= printer().columns()) {
                printer().line(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : "  ").append(sample);
        }
        printer().line(line.toString());
    }

    /** Prints details of the result. */
    void detail(String text) {
        note(text);
    }
}
