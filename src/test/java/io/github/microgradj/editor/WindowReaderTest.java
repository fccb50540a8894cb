package io.github.microgradj.editor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jline.reader.EndOfFileException;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisabledOnOs(OS.WINDOWS)
class WindowReaderTest {
    private final PipedOutputStream keys = new PipedOutputStream();
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    /** Closes the terminal as JLine does when a signal ends the program. */
    @Test
    void aTerminalThatIsClosedWhileALineIsReadIsTheEndOfTheInput() throws IOException, InterruptedException {
        Terminal terminal = terminal("xterm");
        CompletableFuture<String> line = reading(terminal, "int half");
        terminal.close();
        assertThatThrownBy(() -> line.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(EndOfFileException.class);
    }

    @Test
    void aPasteIsOneAgainWhenTheShellWasStoppedAndGoesOn() throws Exception {
        try (Terminal terminal = terminal("xterm")) {
            CompletableFuture<String> line = reading(terminal, "1 + 1");
            screen.reset();
            terminal.raise(Signal.CONT);
            await("\033[?2004h");
            keys.write('\r');
            assertThat(line.get(30, TimeUnit.SECONDS)).isEqualTo("1 + 1");
        }
    }

    @Test
    void theEndOfTheInputEndsTheLineOfADumbTerminal() throws Exception {
        try (Terminal terminal = terminal("dumb")) {
            CompletableFuture<String> line = reading(terminal, "");
            keys.write(4);
            assertThatThrownBy(() -> line.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(EndOfFileException.class);
            await("mg> \r\n");
        }
    }

    /** Simulates a user who resizes the window while a line ends, so that the signal is handled after the line. */
    @ParameterizedTest
    @EnumSource(names = {"WINCH", "CONT"})
    void aSignalThatComesWhenTheLineIsOverDrawsNothing(Signal signal) throws Exception {
        try (Terminal terminal = terminal("xterm")) {
            terminal.setSize(new Size(100, 40));
            WindowReader reader = reader(terminal);
            CompletableFuture<String> line = reading(reader, "1 + 1");
            keys.write('\r');
            line.get(30, TimeUnit.SECONDS);
            terminal.setSize(new Size(60, 8));
            reader.handleSignal(signal);
            terminal.writer().print("the end");
            terminal.flush();
            await("the end");
            assertThat(screen.toString(UTF_8)).endsWith("\033[?2004lthe end");
        }
    }

    /** Waits for output, which arrives through a pseudo-terminal. */
    private void await(String written) throws InterruptedException {
        for (int i = 0; i < 3000 && !screen.toString(UTF_8).contains(written); i++) {
            Thread.sleep(10);
        }
        assertThat(screen.toString(UTF_8)).contains(written);
    }

    private Terminal terminal(String type) throws IOException {
        return TerminalBuilder.builder()
                .system(false)
                .streams(new PipedInputStream(keys), screen)
                .type(type)
                .build();
    }

    private static WindowReader reader(Terminal terminal) throws IOException {
        return new WindowReader(terminal, "..> ") {
            @Override
            List<String> below(int width, int room) {
                return List.of();
            }
        };
    }

    private CompletableFuture<String> reading(Terminal terminal, String typed)
            throws IOException, InterruptedException {
        return reading(reader(terminal), typed);
    }

    /** Starts reading a line, and waits until the given text has been typed. */
    private CompletableFuture<String> reading(WindowReader reader, String typed)
            throws IOException, InterruptedException {
        CompletableFuture<String> line = CompletableFuture.supplyAsync(() -> reader.readLine("mg> "));
        keys.write(typed.getBytes(UTF_8));
        keys.flush();
        while (!(reader.isReading() && reader.getBuffer().toString().equals(typed)) && !line.isDone()) {
            Thread.sleep(1);
        }
        return line;
    }
}
