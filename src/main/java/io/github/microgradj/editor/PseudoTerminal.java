package io.github.microgradj.editor;

import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jline.terminal.Size;
import org.jline.terminal.impl.jni.JniNativePty;
import org.jline.terminal.impl.jni.JniTerminalProvider;

/** A pseudo-terminal, in which a program can run unattended as if in an interactive terminal. */
public final class PseudoTerminal implements AutoCloseable {
    private static final Pattern ESCAPE = Pattern.compile("\033\\[[0-9;?]*[a-zA-Z]");

    private final JniNativePty pty;
    private final StringBuilder painted = new StringBuilder();

    private PseudoTerminal(JniNativePty pty) {
        this.pty = pty;
        Thread reader = new Thread(this::read, "pseudo-terminal");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Opens a pseudo-terminal.
     *
     * @throws IOException if the system has no pseudo-terminals, as on Windows
     */
    public static PseudoTerminal open() throws IOException {
        try {
            return new PseudoTerminal((JniNativePty) new JniTerminalProvider().open(null, new Size(100, 30)));
        } catch (UnsupportedOperationException | LinkageError e) {
            throw new IOException("this system has no pseudo-terminals", e);
        }
    }

    /** Returns the device file that a program uses as its terminal. */
    public File file() {
        return new File(pty.getName());
    }

    private void read() {
        char[] buffer = new char[4096];
        try (Reader output = new InputStreamReader(pty.getMasterInput(), StandardCharsets.UTF_8)) {
            for (int n = output.read(buffer); n >= 0; n = output.read(buffer)) {
                synchronized (painted) {
                    painted.append(buffer, 0, n);
                    painted.notifyAll();
                }
            }
        } catch (IOException e) {
            return; // The terminal was closed.
        }
    }

    /** Types the given keys, and then waits until the program prints the awaited string or the timeout expires. */
    public void type(String keys, String awaited, Duration patience) throws IOException, InterruptedException {
        synchronized (painted) {
            painted.setLength(0);
        }
        pty.getMasterOutput().write(keys.getBytes(StandardCharsets.UTF_8));
        pty.getMasterOutput().flush();
        await(awaited, patience);
    }

    /** Waits until the awaited string is printed or the timeout expires. */
    public void await(String awaited, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (painted) {
            while (!ESCAPE.matcher(painted).replaceAll("").contains(awaited)) {
                long millis = (deadline - System.nanoTime()) / 1_000_000;
                if (millis <= 0) {
                    return;
                }
                painted.wait(millis);
            }
        }
    }

    @Override
    public void close() throws IOException {
        pty.close();
    }
}
