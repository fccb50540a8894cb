package io.github.microgradj.shell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A fixture that runs command lines in this process, and records their output. */
abstract class CommandLineFixture {
    private final ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    final PrintStream out = new PrintStream(outBytes, true, StandardCharsets.UTF_8);
    final PrintStream err = new PrintStream(errBytes, true, StandardCharsets.UTF_8);
    private final PrintStream before = System.out;

    @TempDir
    Path folder;

    @BeforeEach
    void catchWhatSnippetsPrint() {
        System.setOut(out);
    }

    @AfterEach
    void restore() {
        System.setOut(before);
    }

    final int run(String input, String... arguments) {
        ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        return new Main(in, out, err, Map.of()).run(arguments);
    }

    final String out() {
        return outBytes.toString(StandardCharsets.UTF_8);
    }

    final String err() {
        return errBytes.toString(StandardCharsets.UTF_8);
    }

    final Path script(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
