package io.github.microgradj.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tests of keys that go through steps, in a pseudo-terminal. */
@Tag("long")
@DisabledOnOs(OS.WINDOWS)
class StepIT {
    private static final String RIGHT = "\033[C";
    private static final String LEFT = "\033[D";

    @TempDir
    Path home;

    private TerminalProgram shell;

    private void start(int columns, int rows, Map<String, String> environment)
            throws IOException, InterruptedException {
        shell = TerminalProgram.start(home, columns, rows, environment);
        shell.awaitPrompt();
        shell.enter("var a = Value(2.0); var b = Value(-3.0); var e = a * b; var L = e + a");
        shell.awaitPrompt();
        shell.enter(":graph L --step");
        shell.await("step 1 of 3: L = e + a");
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void keysGoForthAndBack() throws IOException, InterruptedException {
        start(80, 24, Map.of());
        assertThat(shell.screen()).contains("┃ L  -4.0000  ┃", "L.grad = 1.0", "right: next   left: back   q: end");
        shell.type(RIGHT);
        shell.await("e.grad += 1 * L.grad = 1.0 * 1.0 = 1.0");
        shell.type(" ");
        shell.await("a.grad += b.data * e.grad = (-3.0) * 1.0 = -3.0, now -2.0");
        assertThat(shell.screen())
                .contains("┃ e  -6.0000  ┃", "│ grad -2.0000 │")
                .doesNotContain("L.grad = 1.0\n");
        shell.type("\r");
        shell.type(LEFT);
        shell.await("step 2 of 3");
        assertThat(shell.screen()).contains("│ grad 1.0000  │", "│ b  -3.0000  │\n");
        shell.type("q");
        shell.awaitPrompt();
        shell.enter("a.grad + b.grad + e.grad");
        shell.await("$1 ==> 0.0");
    }

    @Test
    void escapeAndControlCEndIt() throws IOException, InterruptedException {
        start(80, 24, Map.of("NO_COLOR", "1"));
        shell.type("\033");
        shell.awaitPrompt();
        assertThat(shell.written()).doesNotContain("\033[1m", "\033[7m");
        shell.enter(":graph L --step");
        shell.await("the graph again", screen -> screen.endsWith("q: end"));
        shell.type("\003");
        shell.awaitPrompt();
        shell.enter("1 + 1");
        shell.await("==> 2");
    }

    @Test
    void theGraphFitsWhenTheWindowChanges() throws IOException, InterruptedException {
        start(80, 24, Map.of());
        shell.resize(40, 14);
        shell.await("dots", screen -> screen.contains("\n...") && screen.endsWith("q: end"));
        assertThat(shell.screen().lines()).hasSizeLessThanOrEqualTo(14).allMatch(line -> line.length() <= 40);
        shell.type(RIGHT + RIGHT);
        shell.await("step 3 of 3: e = a * b");
        shell.await("┃ e  -6.0000  ┃");
        shell.resize(80, 24);
        shell.await("(-3.0) * 1.0 = -3.0, now -2.0");
        shell.type("q");
        shell.awaitPrompt();
    }

    @Test
    void aNotebookWaitsForEnter() throws IOException, InterruptedException {
        start(80, 24, Map.of());
        shell.type("q");
        shell.awaitPrompt();
        Path file = Files.writeString(home.resolve("a.ipynb"), """
                {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": {"language": "java"}}, "cells": [
                {"cell_type": "code", "source": "print(\\"one\\")"}, {"cell_type": "code", "source": "print(2 + 2)"},
                {"cell_type": "code", "source": "print(3 + 3)"}]}""");
        shell.enter(":open --step " + file.getFileName());
        shell.await("Enter runs it, q ends");
        assertThat(shell.screen()).contains("In [1] of 3:\nprint(\"one\")").doesNotContain("\none");
        shell.type("\r");
        shell.await("\none\nIn [2] of 3:\nprint(2 + 2)");
        shell.type("\r");
        shell.await("\n4\nIn [3] of 3:\nprint(3 + 3)\nEnter runs it, q ends");
        shell.type("q");
        shell.awaitPrompt();
        assertThat(shell.screen()).contains("cell 3 did not run").doesNotContain("\n6\n");
    }
}
