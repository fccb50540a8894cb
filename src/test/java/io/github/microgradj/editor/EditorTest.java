package io.github.microgradj.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.microgradj.editor.text.Span;
import java.io.ByteArrayOutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class EditorTest {
    private final AtomicInteger interruptions = new AtomicInteger();

    /** Ctrl-C is a signal until the editor controls the terminal, and an ordinary key after that. */
    @Test
    void aSignalStopsTheProgramThatReadsALineAsTheKeyDoes() throws Exception {
        PipedOutputStream keys = new PipedOutputStream();
        try (Terminal terminal = TerminalBuilder.builder()
                .system(false)
                .streams(new PipedInputStream(keys), new ByteArrayOutputStream())
                .type("xterm")
                .build()) {
            Editor editor = new Editor(terminal, new Silent());
            interrupt(editor, () -> terminal.raise(Signal.INT));
            assertThat(interruptions).hasValue(1);
            interrupt(editor, () -> {
                keys.write(3);
                keys.flush();
            });
            assertThat(interruptions).hasValue(2);
        }
    }

    private interface Interruption {
        void send() throws Exception;
    }

    private static void interrupt(Editor editor, Interruption interruption) throws Exception {
        CompletableFuture<String> line = CompletableFuture.supplyAsync(() -> editor.readPlain("Name: "));
        while (!editor.isReading() && !line.isDone()) {
            Thread.sleep(1);
        }
        interruption.send();
        assertThatThrownBy(() -> line.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(UserInterruptException.class);
    }

    /** A host without answers about the text. */
    private final class Silent implements Host {
        @Override
        public boolean isIncomplete(String text) {
            return false;
        }

        @Override
        public List<Span> spans(String text, int cursor) {
            return List.of();
        }

        @Override
        public String coloured(Span.Kind kind, String text) {
            return text;
        }

        @Override
        public Candidates complete(String text, int cursor) {
            return new Candidates(cursor, List.of(), true);
        }

        @Override
        public Optional<Call> callAround(String typed) {
            return Optional.empty();
        }

        @Override
        public Optional<List<String>> signatures(String prefix) {
            return Optional.empty();
        }

        @Override
        public Optional<String> documentation(String text, int cursor, int rows) {
            return Optional.empty();
        }

        @Override
        public void interrupted() {
            interruptions.incrementAndGet();
        }
    }
}
