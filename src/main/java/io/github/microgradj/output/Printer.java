package io.github.microgradj.output;

import io.github.microgradj.editor.Window;
import io.github.microgradj.notebook.CellRecorder;
import io.github.microgradj.output.Theme.Hue;
import io.github.microgradj.text.TextWidth;
import io.github.microgradj.viz.terminal.ColorLevel;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** A printer for the shell's output. It uses colours if the terminal supports them. */
public final class Printer {
    /** The styles of text. Some of them have a colour from the theme. */
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
        /** A name that does not exist. The underline helps users who cannot distinguish red. */
        UNKNOWN("4", Hue.RED),
        /** A bracket and the bracket that matches it. */
        BRACKET("1;4", Hue.ORANGE),
        /** The parameter at the cursor, in a signature that is otherwise dim. */
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
    private final CellRecorder recorder = new CellRecorder();
    private boolean recording = true;

    /**
     * Creates a printer.
     *
     * @param theme the theme that was detected for the terminal
     */
    public Printer(PrintStream out, PrintStream err, boolean terminal, ColorLevel colours, Theme theme) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.colours = colours;
        this.detected = theme;
        this.theme = theme;
    }

    /** Sets the theme: {@code dark}, {@code light}, {@code none}, or {@code auto} for the detected theme. */
    public void setTheme(String name) {
        theme = name.equals("auto") ? detected : Theme.valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Returns whether the output is a terminal, which can show progress and pictures. */
    public boolean isTerminal() {
        return terminal;
    }

    /** Returns the range of colours that may be used. */
    public ColorLevel colours() {
        return theme == Theme.NONE ? ColorLevel.NONE : colours;
    }

    /** Returns whether the output may contain colours. */
    public boolean hasColour() {
        return colours() != ColorLevel.NONE;
    }

    /** Returns the width of the terminal in characters, or 80 if it is unknown. */
    public int columns() {
        int columns = width.getAsInt();
        return columns > 0 ? columns : 80;
    }

    /** Returns the recorder of what is printed and shown, for {@code :save}. */
    public CellRecorder recorder() {
        return recorder;
    }

    /** Runs code whose output is not recorded, because {@code :save} omits it or because it is recorded separately. */
    public void unrecorded(Runnable printing) {
        boolean before = recording;
        recording = false;
        try {
            printing.run();
        } finally {
            recording = before;
        }
    }

    /** Redirects the output to the given streams. */
    public void printTo(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Returns what an action prints, instead of printing it. */
    public String captured(Runnable printing) {
        PrintStream outBefore = out;
        PrintStream errBefore = err;
        Consumer<String> pagerBefore = pager;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        err = out;
        pager = this::line;
        try {
            printing.run();
        } finally {
            out = outBefore;
            err = errBefore;
            pager = pagerBefore;
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Sets the pager, which receives text that may be taller than the window. */
    public void setPager(Consumer<String> pager) {
        this.pager = pager;
    }

    /** Sets the window of the interactive shell, which also determines the width. */
    public void setWindow(Window window) {
        this.window = window;
        this.width = window::columns;
    }

    /** Sets the function that returns the terminal's width while there is no window. */
    public void setWidth(IntSupplier width) {
        this.width = width;
    }

    /** Returns the window of the interactive shell, or empty for a script, even one that runs in a terminal. */
    public Optional<Window> window() {
        return Optional.ofNullable(window);
    }

    /**
     * Returns whether that many more lines, a note and the next prompt fit in the window together with what was printed
     * since the last input. Returns true if the height of the window is unknown or nothing has been printed yet.
     */
    public boolean hasRoom(int lines) {
        return window == null
                || window.rows() == 0
                || window.linesShown() <= 1
                || window.linesShown() + lines + 3 < window.rows();
    }

    /** Returns the text with the escape sequences of the given style. */
    public String styled(Style style, String text) {
        String parameters = theme.parameters(style.attributes, style.hue, colours);
        return parameters.isEmpty() ? text : "\033[" + parameters + "m" + text + "\033[0m";
    }

    /** Ends the current line if a program's output has ended in the middle of it. */
    public void freshLine() {
        if (window != null && window.isInsideLine()) {
            out.println();
        }
    }

    /** Prints text that may be longer than the screen. */
    public void page(String text) {
        if (terminal) {
            record(text);
            unrecorded(() -> pager.accept(text));
        } else {
            line(text);
        }
    }

    public void line(String text) {
        out.println(text);
        record(text);
    }

    public void line(Style style, String text) {
        line(styled(style, text));
    }

    private void record(String text) {
        if (recording) {
            recorder.print(text + "\n");
        }
    }

    /** Prints a remark in dim text. In a terminal, long remarks are wrapped between words. */
    public void note(String text) {
        String visible = TextWidth.visible(text);
        out.println(styled(Style.DIM, terminal ? TextWidth.wrapped(visible, columns()) : visible));
    }

    /** Prints commands to try next, as many on each line as fit. They are not recorded. */
    public void suggest(List<String> commands) {
        StringBuilder line = new StringBuilder("Now try");
        int width = line.length();
        for (String command : commands) {
            boolean fits = width + 2 + command.length() < columns();
            line.append(fits ? "  " : "\n  ").append(styled(Style.NAME, command));
            width = (fits ? width : 0) + 2 + command.length();
        }
        unrecorded(() -> line(line.toString()));
    }

    /** Writes text without a line terminator, for a progress display that is later overwritten. */
    public void raw(String text) {
        out.print(text);
        out.flush();
    }

    /** Writes a line to standard error. */
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
