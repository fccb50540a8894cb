package io.github.microgradj.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.output.Printer.Style;
import io.github.microgradj.viz.terminal.ColorLevel;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

/** Tests of tables in a terminal of 80 columns. */
class TextTableTest {
    private static final String LONG =
            "every word of this sentence is wanted, which is more than what is left of the line";

    private final PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true);
    private final Printer terminal = new Printer(nowhere, nowhere, true, ColorLevel.NONE, Theme.NONE);

    @Test
    void whatDoesNotFitIsCut() {
        assertThat(new TextTable(Style.PLAIN, Style.PLAIN)
                        .row("short", "fits")
                        .row("a", LONG)
                        .text(terminal))
                .isEqualTo("""
                        short  fits
                        a      every word of this sentence is wanted, which is more than what is lef...""");
    }

    @Test
    void proseIsWrappedInItsColumn() {
        assertThat(new TextTable(Style.PLAIN, Style.PLAIN)
                        .ofProse()
                        .row("short", "fits")
                        .row("a", LONG)
                        .text(terminal))
                .isEqualTo("""
                        short  fits
                        a      every word of this sentence is wanted, which is more than what is left
                               of the line""");
    }

    @Test
    void proseGoesBelowWhereItsColumnIsNarrow() {
        String name = "a".repeat(60);
        assertThat(new TextTable(Style.PLAIN, Style.PLAIN)
                        .ofProse()
                        .row("short", "fits")
                        .row(name, LONG)
                        .text(terminal))
                .isEqualTo("short" + " ".repeat(57) + "fits\n" + name + "\n"
                        + """
                            every word of this sentence is wanted, which is more than what is left of
                            the line""".indent(4).stripTrailing());
    }
}
