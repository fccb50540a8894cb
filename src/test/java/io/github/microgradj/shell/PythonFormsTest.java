package io.github.microgradj.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.report.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Every form of Python in {@code python/forms.txt}: what it prints is what CPython prints, and docs/python.md shows it
 * with its Java.
 */
class PythonFormsTest extends CellFixture {
    private static final Path FOLDER = Path.of("src/test/resources/python");
    private static final Path TABLE = Path.of("docs/python.md");
    private static final String HEAD = """
            # Python, and the Java it becomes

            A Python cell is translated to Java as a whole, and runs only if all of it can be translated. `:java` shows
            the Java. `PythonFormsTest` writes this page and compares each result with CPython's. Values are printed in
            microgradj's own form.

            """;

    /** Returns the parts of a file, by the titles above them. */
    private static Map<String, String> parts(Path file) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : Files.readString(file).split("(?m)^## ", -1)) {
            int end = part.indexOf('\n');
            if (end > 0) {
                parts.put(part.substring(0, end), part.substring(end + 1));
            }
        }
        return parts;
    }

    @Test
    void everyFormPrintsWhatCPythonPrints() throws IOException {
        Map<String, String> expected = parts(FOLDER.resolve("golden.txt"));
        List<String> wrong = new ArrayList<>();
        StringBuilder table = new StringBuilder(HEAD);
        for (Map.Entry<String, String> form : parts(FOLDER.resolve("forms.txt")).entrySet()) {
            bytes.reset();
            Outcome outcome = session.runCell(form.getValue(), form.getKey());
            String printed = bytes.toString(StandardCharsets.UTF_8);
            if (!printed.equals(expected.get(form.getKey())) || !(outcome instanceof Outcome.Success)) {
                wrong.add(form.getKey() + ": expected " + expected.get(form.getKey()) + "got " + printed);
            }
            table.append("## ").append(form.getKey()).append("\n\n");
            append(table, "python", form.getValue());
            append(table, "", session.context().evaluator().lastJava());
            append(table, "text", printed);
            session.reset();
        }
        assertThat(wrong).isEmpty();
        String text = table.toString().stripTrailing() + "\n";
        if (Boolean.getBoolean("golden.update") || !Files.exists(TABLE)) {
            Files.writeString(TABLE, text);
        }
        assertThat(Files.readString(TABLE)).isEqualTo(text);
    }

    private static void append(StringBuilder table, String language, String text) {
        table.append("```").append(language).append('\n').append(text.strip()).append("\n```\n\n");
    }
}
