package io.github.microgradj.session;

import io.github.microgradj.language.python.PythonCell.Snippet;
import io.github.microgradj.language.python.Span;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The snippets of a cell as the members of one class, to compile them together before the first runs. Variables become
 * fields, and statements become methods. A variable that is declared again becomes a field of a nested class.
 */
final class CellCheck {
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z][\\w.]*(?:<[\\w, ?]*>)?(?:\\[])* (\\w+) = ");
    private static final Pattern METHOD = Pattern.compile("[A-Za-z][\\w<>]* \\w+\\([^()]*\\) \\{");

    private final StringBuilder text = new StringBuilder();
    private final NavigableMap<Integer, Span> spans = new TreeMap<>();

    CellCheck(List<Snippet> snippets) {
        Set<String> fields = new HashSet<>();
        int nested = 0;
        for (Snippet snippet : snippets) {
            String java = snippet.java();
            Matcher variable = VARIABLE.matcher(java);
            boolean declares = variable.lookingAt() && !snippet.shown();
            if (declares && !fields.add(variable.group(1))) {
                text.append("class $Nested").append(++nested).append(" {\n");
                fields.clear();
                fields.add(variable.group(1));
            }
            boolean member = declares || METHOD.matcher(java).lookingAt();
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
