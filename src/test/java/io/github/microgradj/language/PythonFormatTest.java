package io.github.microgradj.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.GoldenFiles;
import io.github.microgradj.python.value.PythonError;
import java.math.BigInteger;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/**
 * Tests against CPython's formatting: each line of {@code python_formats.tsv} has a value, a specification and the
 * result.
 */
class PythonFormatTest {
    @Test
    void everyFormatIsPythons() {
        List<String> rows = GoldenFiles.text("python_formats.tsv")
                .lines()
                .filter(line -> !line.startsWith("# "))
                .toList();
        assertThat(rows).hasSizeGreaterThan(1000);
        SoftAssertions softly = new SoftAssertions();
        for (String row : rows) {
            String[] cells = row.split("\t", -1);
            softly.assertThat(formatted(value(cells[0], cells[1]), cells[2]))
                    .as(row)
                    .isEqualTo(cells[3]);
        }
        softly.assertAll();
    }

    private static Object value(String kind, String text) {
        return switch (kind) {
            case "f" ->
                text.equals("inf")
                        ? Double.POSITIVE_INFINITY
                        : text.equals("-inf")
                                ? Double.NEGATIVE_INFINITY
                                : text.equals("nan") ? Double.NaN : Double.parseDouble(text);
            case "i" -> new BigInteger(text);
            case "b" -> text.equals("True");
            default -> text;
        };
    }

    private static String formatted(Object value, String specification) {
        try {
            return "=" + Python.format(value, specification);
        } catch (PythonError e) {
            return "!";
        }
    }
}
