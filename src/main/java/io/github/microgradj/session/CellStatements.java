package io.github.microgradj.session;

import io.github.microgradj.language.python.PythonCell.Snippet;
import io.github.microgradj.language.python.syntax.PythonParser;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The statements of a cell as they appear in its text. The log keeps those that ran. */
final class CellStatements {
    private CellStatements() {}

    /**
     * Returns, for each snippet, the text of its statement, with the comments and the imports around the statement. If
     * a statement becomes several snippets, the first gets the text, and the others get an empty string.
     */
    static List<String> of(List<Snippet> snippets, String text) {
        NavigableSet<Integer> all = new TreeSet<>();
        PythonParser.parse(text).forEach(statement -> all.add(statement.span().start()));
        all.add(0);
        int[] starts = snippets.stream()
                .mapToInt(snippet -> all.headSet(snippet.span().start(), true).last())
                .toArray();
        return IntStream.range(0, starts.length)
                .mapToObj(i -> i > 0 && starts[i] == starts[i - 1] ? "" : statement(i, starts, text))
                .toList();
    }

    private static String statement(int index, int[] starts, String text) {
        int end = IntStream.of(starts)
                .filter(start -> start > starts[index])
                .min()
                .orElse(text.length());
        return text.substring(index == 0 ? 0 : starts[index], end).replaceFirst("(?:;[ \\t]*|\n)$", "");
    }
}
