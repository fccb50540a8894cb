package io.github.microgradj.shell;

import io.github.microgradj.viz.ColorLevel;
import java.io.PrintStream;
import java.util.function.IntSupplier;

/** Writes for people: in colour where it is wanted, plainly elsewhere. */
public final class Printer {
    /** What a piece of text is, and how it is coloured. */
    public enum Style {
        PLAIN(""),
        DIM("2"),
        BOLD("1"),
        NAME("36"),
        ERROR("1;31"),
        GOOD("32");

        private final String code;

        Style(String code) {
            this.code = code;
        }
    }

    private final PrintStream out;
    private final PrintStream err;
    private final ColorLevel colours;
    private final boolean terminal;
    private IntSupplier columns = () -> 80;

    Printer(PrintStream out, PrintStream err, boolean terminal, ColorLevel colours) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.colours = colours;
    }

    /** Whether a person watches: progress and pictures make sense. */
    public boolean isTerminal() {
        return terminal;
    }

    /** The colours that may be written. */
    public ColorLevel colours() {
        return colours;
    }

    /** Whether escape sequences for colours may be written. */
    public boolean hasColour() {
        return colours != ColorLevel.NONE;
    }

    /** The width of the terminal in characters; 80 where there is none. */
    public int columns() {
        int width = columns.getAsInt();
        return width > 0 ? width : 80;
    }

    void setColumns(IntSupplier columns) {
        this.columns = columns;
    }

    /** The text in a style, ready to be printed. */
    public String styled(Style style, String text) {
        return hasColour() && !style.code.isEmpty() ? "\033[" + style.code + "m" + text + "\033[0m" : text;
    }

    public void line(String text) {
        out.println(text);
    }

    public void line(Style style, String text) {
        out.println(styled(style, text));
    }

    /** Writes without ending the line, for progress that is drawn over. */
    public void raw(String text) {
        out.print(text);
        out.flush();
    }

    /** Writes to standard error. */
    public void error(String text) {
        out.flush();
        err.println(text);
        err.flush();
    }

    public void flush() {
        out.flush();
        err.flush();
    }
}
