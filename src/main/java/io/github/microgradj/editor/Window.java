package io.github.microgradj.editor;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingReader;

/** The shell's window: its size, and the keys that the user presses while code is running. */
public final class Window {
    private final Terminal terminal;
    private final PromptAwareOutput screen;

    Window(Terminal terminal, PromptAwareOutput screen) {
        this.terminal = terminal;
        this.screen = screen;
    }

    /** Returns whether the output of running code has ended in the middle of a line. */
    public boolean isInsideLine() {
        return screen.isInsideLine();
    }

    /**
     * Returns the width of the terminal that is connected to standard input, as stty reported it on the first call, or
     * 0 if it is unknown. This works even before a window is opened.
     */
    public static int columnsOfInput() {
        return Input.COLUMNS;
    }

    private static int askStty() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(Redirect.INHERIT)
                    .redirectError(Redirect.DISCARD)
                    .start();
            String size = new String(stty.getInputStream().readAllBytes(), US_ASCII).strip(); // For example, "24 80".
            return size.matches("\\d+ \\d+") ? Integer.parseInt(size.substring(size.indexOf(' ') + 1)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /** Returns the width in characters, or 0 if the terminal does not report it. */
    public int columns() {
        return terminal.getWidth();
    }

    /** Returns the height in lines, or 0 if the terminal does not report it. */
    public int rows() {
        return terminal.getHeight();
    }

    /** Returns the number of lines that have been printed since the last input. */
    public int linesShown() {
        return screen.lines();
    }

    /** Returns whether the terminal can neither move the cursor nor show colours. */
    public boolean isDumb() {
        return terminal.getType().startsWith(Terminal.TYPE_DUMB);
    }

    private static final class Input {
        static final int COLUMNS = askStty();
    }

    /** A handle that keeps typed keys from being echoed until it is closed. Ctrl-C still sends a signal. */
    public interface Silence extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Suppresses echo until the returned object is closed. Keys typed in the meantime are kept for the prompt, unless
     * {@link #awaitKey} reads them.
     */
    public Silence silence() {
        Attributes before = terminal.enterRawMode();
        return () -> terminal.setAttributes(before);
    }

    /** Takes over the keyboard, so that keys move through steps, until the returned object is closed. */
    public StepKeys stepKeys() {
        return new StepKeys(terminal);
    }

    /**
     * Waits for a key. Echo must already be suppressed by {@link #silence}.
     *
     * @return whether a key was pressed within the given time
     * @throws InterruptedException if the thread is interrupted, for example by Ctrl-C
     */
    public boolean awaitKey(Duration time) throws InterruptedException {
        try {
            NonBlockingReader keys = terminal.reader();
            int key = keys.read(Math.max(1, time.toMillis()));
            int rest = key;
            while (rest >= 0) { // Some keys, such as the arrow keys, send several characters.
                rest = keys.read(1);
            }
            return key >= 0;
        } catch (InterruptedIOException e) {
            throw new InterruptedException();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
