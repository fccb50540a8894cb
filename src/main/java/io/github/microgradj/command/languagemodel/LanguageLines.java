package io.github.microgradj.command.languagemodel;

import io.github.microgradj.languagemodel.LanguageStep;
import io.github.microgradj.output.Printer;
import java.util.List;

/**
 * A display that prints microgpt's lines: one for each step, and one for each document that the model writes. All other
 * messages then go to standard error, so that programs can parse the output. With {@code --quiet}, there are no lines.
 */
final class LanguageLines extends LanguageDisplay {
    LanguageLines(Printer printer, Audience audience) {
        super(printer, audience);
    }

    @Override
    boolean onStep(LanguageStep step) {
        if (hasLines()) {
            printer().line(step.toString());
        }
        return true;
    }

    @Override
    void samples(List<String> samples) {
        for (int i = 0; hasLines() && i < samples.size(); i++) {
            printer()
                    .line(String.format("sample %2d: %s", i + 1, samples.get(i)).stripTrailing());
        }
    }

    @Override
    void detail(String text) {
        if (hasLines()) {
            note(text);
        }
    }
}
