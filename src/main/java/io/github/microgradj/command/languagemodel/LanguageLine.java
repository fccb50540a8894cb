package io.github.microgradj.command.languagemodel;

import io.github.microgradj.languagemodel.LanguageRun;
import io.github.microgradj.languagemodel.LanguageStep;
import io.github.microgradj.output.Printer;

/** A single line with the latest step, for small windows and for terminals without cursor control. */
final class LanguageLine extends LanguageDisplay {
    private static final long PERIOD_NANOS = 50_000_000;

    private long lastFrame = System.nanoTime();
    private int drawn;

    LanguageLine(Printer printer) {
        super(printer);
    }

    @Override
    boolean onStep(LanguageStep step) {
        long now = System.nanoTime();
        if (now - lastFrame >= PERIOD_NANOS) {
            lastFrame = now;
            draw(step.toString());
        }
        return true;
    }

    /** Overwrites the line without using escape sequences, because not every terminal supports them. */
    private void draw(String line) {
        printer().raw("\r" + line + " ".repeat(Math.max(0, drawn - line.length())));
        drawn = line.length();
    }

    @Override
    void end(LanguageRun run) {
        draw("");
        printer().raw("\r");
        super.end(run);
    }
}
