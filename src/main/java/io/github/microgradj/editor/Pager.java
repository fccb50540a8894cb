package io.github.microgradj.editor;

import java.io.ByteArrayInputStream;
import java.io.IOError;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jline.builtins.Less;
import org.jline.builtins.Source;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;

/** A pager for text that is taller than the screen. Space shows the next page; q or Ctrl-C quits. */
record Pager(Terminal terminal, PrintStream out) {
    void show(String text) {
        if (height(text) < terminal.getHeight()) {
            out.println(text);
            return;
        }
        Thread reader = Thread.currentThread();
        Terminal.SignalHandler before = terminal.handle(Terminal.Signal.INT, signal -> reader.interrupt());
        try {
            turnPages(text);
        } finally {
            terminal.handle(Terminal.Signal.INT, before);
            Thread.interrupted(); // The interrupt was meant for the pager.
        }
    }

    /** Returns the number of screen lines that the text takes up. */
    private long height(String text) {
        int width = Math.max(1, terminal.getWidth());
        return text.lines()
                .mapToLong(
                        line -> 1 + Math.max(0, AttributedString.fromAnsi(line).columnLength() - 1) / width)
                .sum();
    }

    private void turnPages(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Source source =
                new Source.InputStreamSource(new ByteArrayInputStream(bytes), true, "space: next page, q: quit");
        try {
            new Less(terminal, Path.of("")).run(source);
        } catch (InterruptedException e) {
            return; // Ctrl-C was pressed.
        } catch (IOError e) {
            if (!(e.getCause() instanceof InterruptedIOException)) {
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
