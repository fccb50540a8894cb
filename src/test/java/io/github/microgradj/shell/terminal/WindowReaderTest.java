package io.github.microgradj.shell.terminal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jline.reader.EndOfFileException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class WindowReaderTest {
    /** As JLine closes it when a signal ends the program. */
    @Test
    void aTerminalThatIsClosedWhileALineIsReadIsTheEndOfTheInput() throws IOException, InterruptedException {
        try (PipedOutputStream keys = new PipedOutputStream()) {
            Terminal terminal = TerminalBuilder.builder()
                    .system(false)
                    .streams(new PipedInputStream(keys), new ByteArrayOutputStream())
                    .type("xterm")
                    .build();
            WindowReader reader = new WindowReader(terminal, "..> ") {
                @Override
                List<String> below(int width, int room) {
                    return List.of();
                }
            };
            CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> reader.readLine("mg> "));
            keys.write("int half".getBytes(StandardCharsets.UTF_8));
            keys.flush();
            while (!reader.getBuffer().toString().equals("int half") && !read.isDone()) {
                Thread.sleep(1);
            }
            terminal.close();
            assertThatThrownBy(() -> read.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(EndOfFileException.class);
        }
    }
}
