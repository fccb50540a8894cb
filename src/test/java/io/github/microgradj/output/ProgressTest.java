package io.github.microgradj.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.viz.terminal.ColorLevel;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void aTickAfterTheEndWritesNothing() {
        Progress progress = Progress.start(new Printer(out, out, true, ColorLevel.NONE, Theme.NONE), "reading");
        progress.tick();
        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("reading for 1 s");
        progress.end();
        bytes.reset();
        progress.tick();
        assertThat(bytes.size()).isZero();
    }
}
