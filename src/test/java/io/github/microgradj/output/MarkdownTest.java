package io.github.microgradj.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.viz.terminal.ColorLevel;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {
    private static Printer printer(int columns, ColorLevel colours) {
        PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Printer printer = new Printer(out, out, true, colours, colours == ColorLevel.NONE ? Theme.NONE : Theme.DARK);
        printer.setWidth(() -> columns);
        return printer;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a **bold** word                 | a bold word
            both `(x - 4)**2` and `y**3`    | both `(x - 4)**2` and `y**3`
            **not `2**3` but 2*3**, **so**  | not `2**3` but 2*3, so
            **open                          | **open
            """)
    void asterisksInsideCodeAreNotMarks(String markdown, String text) {
        assertThat(Markdown.text(markdown, printer(80, ColorLevel.NONE))).isEqualTo(text);
        assertThat(Markdown.plain(markdown, printer(80, ColorLevel.NONE))).isEqualTo(text);
        String coloured = Markdown.text(markdown, printer(80, ColorLevel.TRUECOLOR));
        assertThat(coloured.replaceAll("\\033\\[[0-9;]*m", "")).isEqualTo(text.replace("`", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            set it to `w2 = 1.0` now       | set it to/`w2 = 1.0` now
            `for (x : all) { x.data = 0 }` | `for (x : all) {/x.data = 0 }`
            """)
    void codeIsBrokenOnlyIfItIsWiderThanTheWindow(String markdown, String lines) {
        assertThat(Markdown.text(markdown, printer(20, ColorLevel.NONE))).isEqualTo(lines.replace('/', '\n'));
        assertThat(Markdown.plain(markdown, printer(20, ColorLevel.NONE))).isEqualTo(lines.replace("/", "\n    "));
    }
}
