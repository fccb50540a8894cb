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

/** The window the shell is in: how large it is, and the keys that are pressed while something runs. */
public final class Window {
    private final Terminal terminal;
    private final PromptAwareOutput screen;

    Window(Terminal terminal, PromptAwareOutput screen) {
        this.terminal = terminal;
        this.screen = screen;
    }

    /** Whether a program has begun a line and not ended it. */
    public boolean isInsideLine() {
        return screen.isInsideLine();
    }

    /** The width of the terminal that standard input is, as stty tells it once, without a window in it; 0 if it does not tell. */
    public static int columnsOfInput() {
        return Input.COLUMNS;
    }

    private static int askStty() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(Redirect.INHERIT)
                    .redirectError(Redirect.DISCARD)
                    .start();
            String size = new String(stty.getInputStream().readAllBytes(), US_ASCII).strip(); // "24 80"
            return size.matches("\\d+ \\d+") ? Integer.parseInt(size.substring(size.indexOf(' ') + 1)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /** The width in characters; 0 if the terminal does not say. */
    public int columns() {
        return terminal.getWidth();
    }

    /** The height in lines; 0 if the terminal does not say. */
    public int rows() {
        return terminal.getHeight();
    }

    /** Whether the cursor can be moved and colours chosen. */
    public boolean isDumb() {
        return terminal.getType().startsWith(Terminal.TYPE_DUMB);
    }

    private static final class Input {
        static final int COLUMNS = askStty();
    }

    /** A time in which keys do not appear on the screen; Ctrl-C remains a signal. */
    public interface Silence extends AutoCloseable {
        @Override
        void close();
    }

    /** Begins a silence. What is typed in it waits for the prompt, unless {@link #awaitKey} takes it. */
    public Silence silence() {
        Attributes before = terminal.enterRawMode();
        return () -> terminal.setAttributes(before);
    }

    /**
     * Waits for a key, in a silence.
     *
     * @return whether one was pressed in that time
     * @throws InterruptedException if the thread is interrupted, as by Ctrl-C
     */
    public boolean awaitKey(Duration time) throws InterruptedException {
        try {
            NonBlockingReader keys = terminal.reader();
            int key = keys.read(Math.max(1, time.toMillis()));
            int rest = key;
            while (rest >= 0) { // an arrow, say, is several
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
