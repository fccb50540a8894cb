package io.github.microgradj.session;

import io.github.microgradj.language.python.PythonCell.Snippet;
import io.github.microgradj.language.python.syntax.TextSpan;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The snippets of a Python cell as the members of one class, so that all of them can be compiled before the first one
 * runs. Statements become methods, and variables become fields. A variable or method that is declared again becomes a
 * member of a nested class.
 */
final class CellCheck {
    private final StringBuilder text = new StringBuilder();
    private final NavigableMap<Integer, TextSpan> spans = new TreeMap<>();

    CellCheck(List<Snippet> snippets) {
        Set<String> fields = new HashSet<>();
        int nested = 0;
        for (Snippet snippet : snippets) {
            String java = snippet.java();
            boolean method = snippet.isMethod();
            String shown = snippet.shown() ? "Object $shown = " : "";
            if (method && !fields.add(java.substring(0, java.indexOf(')')))) {
                text.append("class $Nested").append(++nested).append(" {\n");
                fields.clear();
            }
            text.append(method ? "" : "void $" + spans.size() + "() throws Throwable {\n" + shown);
            spans.put(text.length(), snippet.span());
            Optional<String> variable = snippet.variable();
            text.append(variable.isPresent() ? java.replaceFirst(" = ", "\\$ = ") : java)
                    .append(snippet.shown() ? ";" : "")
                    .append(method ? "\n" : "\n}\n");
            if (variable.isPresent() && !fields.add(variable.get())) {
                text.append("class $Nested").append(++nested).append(" {\n");
                fields.clear();
                fields.add(variable.get());
            }
            variable.ifPresent(name -> text.append(java, 0, java.indexOf(" = ")).append(";\n"));
        }
        text.append("}\n".repeat(nested));
    }

    String text() {
        return text.toString();
    }

    /** Returns the span, in the cell, of the statement from which the Java at the given index was translated. */
    TextSpan span(int index) {
        var entry = spans.floorEntry(index);
        return entry == null ? spans.firstEntry().getValue() : entry.getValue();
    }
}
