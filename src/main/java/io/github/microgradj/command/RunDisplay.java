package io.github.microgradj.command;

import io.github.microgradj.output.Printer;
import io.github.microgradj.output.Printer.Style;
import io.github.microgradj.text.TextWidth;
import java.util.List;

/**
 * The display of a training run. This class prints what all displays have in common: the result, notes, and
 * suggestions.
 */
public abstract class RunDisplay implements AutoCloseable {
    private final Printer printer;
    private final Audience audience;
    private int drawn;

    /** The possible readers of the output. */
    public enum Audience {
        /** A user at a terminal. */
        USER,
        /** A program that parses a line for each step. All other messages go to standard error. */
        PROGRAM,
        /** No reader: with {@code --quiet}, only notes and failures are printed. */
        NONE
    }

    protected RunDisplay(Printer printer, Audience audience) {
        this.printer = printer;
        this.audience = audience;
    }

    protected final Printer printer() {
        return printer;
    }

    /** Returns whether a program parses the output. */
    protected final boolean hasLines() {
        return audience == Audience.PROGRAM;
    }

    /** Prints how training ended. */
    protected final void printResult(boolean succeeded, String message) {
        if (audience != Audience.USER) {
            if (!succeeded) {
                printer.error(message);
            }
        } else if (succeeded) {
            printer.line(Style.GOOD, wrapped(message));
        } else {
            printer.error(wrapped(message));
        }
    }

    /** Prints any other note, such as the name of a file that was written. */
    public final void note(String text) {
        switch (audience) {
            case USER -> printer.line(wrapped(text));
            case PROGRAM -> printer.error(text);
            case NONE -> printer.line(text);
        }
    }

    private String wrapped(String text) {
        return TextWidth.wrapped(text, printer.columns());
    }

    /** Prints commands to try next, if there is a user who can type them. */
    public final void suggest(List<String> commands) {
        if (audience == Audience.USER) {
            printer.suggest(commands);
        }
    }

    /** Overwrites the last line without using escape sequences, because not every terminal supports them. */
    protected final void overwrite(String line) {
        printer.raw("\r" + line + " ".repeat(Math.max(0, drawn - line.length())));
        drawn = line.length();
    }

    /** Removes the line that {@link #overwrite} wrote. */
    protected final void clearLine() {
        overwrite("");
        printer.raw("\r");
    }

    /** Releases the terminal. If training continues, it is no longer shown. */
    @Override
    public void close() {
        // Most displays do not hold the terminal.
    }
}
