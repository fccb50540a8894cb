package io.github.microgradj.session;

import io.github.microgradj.language.python.PythonCell.Snippet;
import io.github.microgradj.language.python.Span;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The snippets of a cell as the members of one class, to compile them together before the first runs. Variables become
 * fields, and statements become methods. A variable that is declared again becomes a field of a nested class.
 */
final class CellCheck {
    private final StringBuilder text = new StringBuilder();
    private final NavigableMap<Integer, Span> spans = new TreeMap<>();

    CellCheck(List<Snippet> snippets) {
        Set<String> fields = new HashSet<>();
        int nested = 0;
        for (Snippet snippet : snippets) {
            String java = snippet.java();
            Optional<String> variable = snippet.variable();
            if (variable.isPresent() && !fields.add(variable.get())) {
                text.append("class $Nested").append(++nested).append(" {\n");
                fields.clear();
                fields.add(variable.get());
            }
            boolean member = variable.isPresent() || snippet.isMethod();
            String before = member ? "" : "void $" + spans.size() + "() throws Throwable {\n";
            text.append(before).append(snippet.shown() ? "Object $shown = " : "");
            spans.put(text.length(), snippet.span());
            text.append(java).append(snippet.shown() ? ";" : "").append(member ? "\n" : "\n}\n");
        }
        text.append("}\n".repeat(nested));
    }

    String text() {
        return text.toString();
    }

    /** Returns the statement of the cell from which the Java at an index was translated. */
    Span span(int index) {
        var entry = spans.floorEntry(index);
        return entry == null ? spans.firstEntry().getValue() : entry.getValue();
    }
}
