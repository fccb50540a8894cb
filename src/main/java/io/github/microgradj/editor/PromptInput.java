package io.github.microgradj.editor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Optional;

/** The standard input of running code. When code reads from it, the user is asked for a line. Ctrl-D ends the input. */
final class PromptInput extends InputStream {
    /** A source of lines. */
    interface Lines {
        /** Returns the next line without its line terminator, or empty at the end of the input. */
        Optional<String> next() throws IOException;
    }

    private final Lines lines;
    private final Charset charset;
    private byte[] line = {};
    private int at;

    PromptInput(Lines lines, Charset charset) {
        this.lines = lines;
        this.charset = charset;
    }

    @Override
    public synchronized int read() throws IOException {
        return isFilled() ? line[at++] & 0xFF : -1;
    }

    @Override
    public synchronized int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0 || !isFilled()) {
            return length == 0 ? 0 : -1;
        }
        int read = Math.min(length, line.length - at);
        System.arraycopy(line, at, bytes, from, read);
        at += read;
        return read;
    }

    @Override
    public synchronized int available() {
        return line.length - at;
    }

    private boolean isFilled() throws IOException {
        if (at < line.length) {
            return true;
        }
        Optional<String> next = lines.next();
        line = next.map(text -> (text + "\n").getBytes(charset)).orElse(new byte[0]);
        at = 0;
        return next.isPresent();
    }
}
