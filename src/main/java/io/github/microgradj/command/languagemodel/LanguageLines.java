package io.github.microgradj.command.languagemodel;

import io.github.microgradj.languagemodel.LanguageStep;
import io.github.microgradj.output.Printer;
import java.util.List;

/**
 * A display that prints lines in the format of microgpt: one for each step, and one for each document that the model
 * writes. All other messages go to standard error, so that programs can parse the output. With {@code --quiet}, it
 * prints only errors and notes, such as the name of a file that was written.
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
