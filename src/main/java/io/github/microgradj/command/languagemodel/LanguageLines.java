package io.github.microgradj.command.languagemodel;

import io.github.microgradj.languagemodel.LanguageRun;
import io.github.microgradj.languagemodel.LanguageStep;
import io.github.microgradj.output.Printer;
import java.util.List;

/**
 * A display that prints microgpt's lines: one for each step, and one for each document that the model writes. All other
 * messages then go to standard error, so that programs can parse the output. With {@code --quiet}, there are no lines.
 */
final class LanguageLines extends LanguageDisplay {
    private final boolean lines;

    LanguageLines(Printer printer, boolean lines) {
        super(printer);
        this.lines = lines;
    }

    @Override
    boolean onStep(LanguageStep step) {
        if (lines) {
            printer().line(step.toString());
        }
        return true;
    }

    @Override
    void end(LanguageRun run) {
        if (!run.succeeded()) {
            printer().error(run.message());
        }
    }

    @Override
    void samples(List<String> samples) {
        for (int i = 0; lines && i < samples.size(); i++) {
            printer()
                    .line(String.format("sample %2d: %s", i + 1, samples.get(i)).stripTrailing());
        }
    }

    @Override
    void detail(String text) {
        if (lines) {
            note(text);
        }
    }

    @Override
    void note(String text) {
        if (lines) {
            printer().error(text);
        } else {
            printer().line(text);
        }
    }

    @Override
    void suggest(List<String> commands) {
        // Suggestions are for a user at a terminal, and these lines are for programs.
    }
}
