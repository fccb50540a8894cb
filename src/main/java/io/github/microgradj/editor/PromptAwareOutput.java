package io.github.microgradj.editor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/**
 * The output of running code, which shares the screen with the prompt. While the user edits a line, complete lines of
 * output appear above it, and incomplete lines are held back.
 */
final class PromptAwareOutput {
    /** The maximum length, in bytes, of an incomplete line that is remembered. */
    private static final int LONGEST = 8192;

    private final Editor editor;
    private final Charset charset;
    /** The contents of the last line on the screen if that line is incomplete. */
    private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();

    /** The number of lines that have ended since the prompt was last on the screen. */
    private int lines;

    private final List<Sharing> streams = new ArrayList<>();

    PromptAwareOutput(Editor editor, Charset charset) {
        this.editor = editor;
        this.charset = charset;
    }

    /** Returns a stream that prints on the screen through the given system stream. */
    PrintStream stream(OutputStream system) {
        Sharing sharing = new Sharing(system);
        streams.add(sharing);
        return new PrintStream(sharing, false, charset);
    }

    /** Returns the output on the current line, to the left of the cursor. */
    synchronized String unfinished() {
        return unfinished.toString(charset);
    }

    /**
     * Prints any held-back output as a separate line. Called after the prompt is gone, with the cursor at the start of
     * a line.
     */
    void lineEnded() throws IOException {
        synchronized (this) {
            unfinished.reset();
            lines = 0;
        }
        for (Sharing stream : streams) {
            stream.end();
        }
    }

    /** Returns whether there is visible output to the left of the cursor. */
    boolean isInsideLine() {
        return !AttributedString.stripAnsi(unfinished()).isEmpty();
    }

    /** Returns the number of lines that have been printed since the last input. */
    synchronized int lines() {
        return lines;
    }

    private synchronized void remember(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            lines += bytes[i] == '\n' ? 1 : 0;
            if (bytes[i] == '\n' || bytes[i] == '\r' || unfinished.size() > LONGEST) {
                unfinished.reset();
            }
            if (bytes[i] != '\n' && bytes[i] != '\r') {
                unfinished.write(bytes[i]);
            }
        }
    }

    private final class Sharing extends OutputStream {
        private final OutputStream system;
        private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();

        Sharing(OutputStream system) {
            this.system = system;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            editor.exclusively(reading -> {
                if (reading) {
                    aboveThePrompt(bytes, from, length);
                } else {
                    atTheCursor(bytes, from, length);
                }
            });
        }

        void end() throws IOException {
            editor.exclusively(reading -> {
                if (!reading && waiting.size() > 0) {
                    atTheCursor(new byte[] {'\n'}, 0, 1);
                }
            });
        }

        private void aboveThePrompt(byte[] bytes, int from, int length) {
            int end = from + length;
            while (end > from && bytes[end - 1] != '\n') {
                end--;
            }
            waiting.write(bytes, from, end - from);
            if (end > from) {
                editor.printAbove(waiting.toString(charset));
                waiting.reset();
            }
            waiting.write(bytes, end, from + length - end);
        }

        private void atTheCursor(byte[] bytes, int from, int length) throws IOException {
            if (waiting.size() > 0) {
                byte[] earlier = waiting.toByteArray();
                waiting.reset();
                atTheCursor(earlier, 0, earlier.length);
            }
            system.write(bytes, from, length);
            remember(bytes, from, length);
        }
    }
}
