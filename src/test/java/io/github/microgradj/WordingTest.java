package io.github.microgradj;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the sources to plain wording and to lines that fit a window. */
class WordingTest {
    private static final int COLUMNS = 120;

    private static final Pattern LITERAL = Pattern.compile("\".*\"");

    private static final Pattern COMMENT = Pattern.compile("^\\s*(?:/?\\*|//).*");

    /** Turns of phrase that a reader has to read twice, and that were found more than once. */
    private static final Pattern UNPLAIN = Pattern.compile("(?i)\\b(?:"
            + String.join(
                    "|",
                    "nobody",
                    "a text(?! block| file)",
                    "trainings",
                    "after a training",
                    "told apart",
                    "the way back",
                    "whom",
                    "anew",
                    "sees? to it",
                    "in the making",
                    "takes? no time",
                    "goes? on and on",
                    "without end",
                    "such as (?:have|are)",
                    "is told (?:of|by|to)",
                    "tells? (?:of|from)",
                    "stands? (?:in|at|here|there|between|behind|before|beside|above|below)",
                    "(?:lies|lie) (?:in|at|on|behind|before|beside|between)",
                    "comes? to (?:nothing|mind)",
                    "knows? (?:none|no)")
            + ")\\b");

    @Test
    void linesFitTheWindow() throws IOException {
        assertThat(lines()).filteredOn(line -> line.text.length() > COLUMNS).isEmpty();
    }

    @Test
    void commentsAndMessagesArePlain() throws IOException {
        assertThat(lines())
                .filteredOn(line -> COMMENT.matcher(line.text).matches()
                        || LITERAL.matcher(line.text).find())
                .filteredOn(line -> UNPLAIN.matcher(line.text).find())
                .isEmpty();
    }

    private record Line(String file, int number, String text) {
        @Override
        public String toString() {
            return file + ":" + number + ": " + text.strip();
        }
    }

    private static List<Line> lines() throws IOException {
        List<Line> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                List<String> texts = Files.readAllLines(file);
                for (int i = 0; i < texts.size(); i++) {
                    lines.add(new Line(file.toString(), i + 1, texts.get(i)));
                }
            }
        }
        return lines;
    }
}
