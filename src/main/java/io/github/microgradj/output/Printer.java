package io.github.microgradj.output;

import io.github.microgradj.editor.Window;
import io.github.microgradj.output.Theme.Hue;
import io.github.microgradj.text.TextWidth;
import io.github.microgradj.viz.terminal.ColorLevel;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Writes for people: in colour where it is wanted, plainly elsewhere. */
public final class Printer {
    /** What a piece of text is; a theme has a colour for each. */
    public enum Style {
        PLAIN("", null),
        DIM("2", null),
        BOLD("1", null),
        NAME("", Hue.BLUE),
        ERROR("1", Hue.RED),
        GOOD("", Hue.GREEN),
        KEYWORD("", Hue.PURPLE),
        TYPE("", Hue.GREEN),
        NUMBER("", Hue.ORANGE),
        STRING("", Hue.YELLOW),
        COMMENT("2", null),
        COMMAND("1", Hue.BLUE),
        OPTION("", Hue.BLUE),
        /** What does not exist: underlined, for those who see no red. */
        UNKNOWN("4", Hue.RED),
        /** A bracket and its partner. */
        BRACKET("1;4", Hue.ORANGE),
        /** The parameter that is typed, in a dim signature. */
        PARAMETER("1", Hue.BLUE);

        private final String attributes;
        private final @Nullable Hue hue;

        Style(String attributes, @Nullable Hue hue) {
            this.attributes = attributes;
            this.hue = hue;
        }
    }

    private PrintStream out;
    private PrintStream err;
    private final ColorLevel colours;
    private final boolean terminal;
    private final Theme detected;
    private Theme theme;
    private @Nullable Window window;
    private Consumer<String> pager = this::line;
    private IntSupplier width = () -> 0;

    /** @param theme the one that suits the terminal as far as it tells */
    public Printer(PrintStream out, PrintStream err, boolean terminal, ColorLevel colours, Theme theme) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.colours = colours;
        this.detected = theme;
        this.theme = theme;
    }

    /** Takes the colours of the theme {@code dark}, {@code light} or {@code none}; {@code auto} is the one that was detected. */
    public void setTheme(String name) {
        theme = name.equals("auto") ? detected : Theme.valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Whether a person watches: progress and pictures make sense. */
    public boolean isTerminal() {
        return terminal;
    }

    /** The colours that may be written. */
    public ColorLevel colours() {
        return theme == Theme.NONE ? ColorLevel.NONE : colours;
    }

    /** Whether escape sequences for colours may be written. */
    public boolean hasColour() {
        return colours() != ColorLevel.NONE;
    }

    /** The width of the terminal in characters; 80 where there is none. */
    public int columns() {
        int columns = width.getAsInt();
        return columns > 0 ? columns : 80;
    }

    public void printTo(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Pages long texts with {@code pager}, which shows a text that may be longer than the window. */
    public void setPager(Consumer<String> pager) {
        this.pager = pager;
    }

    public void setWindow(Window window) {
        this.window = window;
        this.width = window::columns;
    }

    /** How the width of a terminal is found out while there is no window. */
    public void setWidth(IntSupplier width) {
        this.width = width;
    }

    /** The window of the interactive shell; a script has none, even where a person watches. */
    public Optional<Window> window() {
        return Optional.ofNullable(window);
    }

    /** The text in a style, ready to be printed. */
    public String styled(Style style, String text) {
        String parameters = theme.parameters(style.attributes, style.hue, colours);
        return parameters.isEmpty() ? text : "\033[" + parameters + "m" + text + "\033[0m";
    }

    /** Ends the line that a program has begun in the window. */
    public void freshLine() {
        if (window != null && window.isInsideLine()) {
            out.println();
        }
    }

    /** Prints a text that may be longer than the screen. */
    public void page(String text) {
        if (terminal) {
            pager.accept(text);
        } else {
            line(text);
        }
    }

    public void line(String text) {
        out.println(text);
    }

    public void line(Style style, String text) {
        out.println(styled(style, text));
    }

    /** Writes a remark in passing, which a terminal breaks between words. */
    public void note(String text) {
        String visible = TextWidth.visible(text);
        line(Style.DIM, terminal ? TextWidth.wrapped(visible, columns()) : visible);
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
