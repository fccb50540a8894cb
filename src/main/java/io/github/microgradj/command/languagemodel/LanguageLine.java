package io.github.microgradj.command.languagemodel;

import io.github.microgradj.languagemodel.LanguageRun;
import io.github.microgradj.languagemodel.LanguageStep;
import io.github.microgradj.output.Printer;

/** A display of the latest step on a single line, for small windows and for terminals without cursor control. */
final class LanguageLine extends LanguageDisplay {
    private static final long PERIOD_NANOS = 50_000_000;

    private long lastFrame = System.nanoTime();

    LanguageLine(Printer printer) {
        super(printer, Audience.USER);
    }

    @Override
    boolean onStep(LanguageStep step) {
        long now = System.nanoTime();
        if (now - lastFrame >= PERIOD_NANOS) {
            lastFrame = now;
            overwrite(step.toString());
        }
        return true;
    }

    @Override
    void end(LanguageRun run) {
        clearLine();
        super.end(run);
    }
}
