package io.github.microgradj.session;

import io.github.microgradj.language.python.PythonCell.Snippet;
import io.github.microgradj.language.python.syntax.PythonParser;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The statements of a cell, as its text has them. The log keeps those that ran. */
final class CellStatements {
    private CellStatements() {}

    /**
     * Returns the text of the statement of each snippet, with the comments and the imports around it. If a statement
     * becomes several snippets, the first has its text, and the others have none.
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
