package io.github.microgradj.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The documentation of a name.
 *
 * @param entries all declarations with that name: a type, a field, or each overload of a method
 * @param members the members of the type or, for a variable, of its type, one line each; empty for JDK types and for
 *     all other names
 * @param note an additional hint; may be empty
 */
public record Topic(List<TopicEntry> entries, List<TopicEntry> members, String note) {
    private static final int MARGIN = 4;

    /**
     * A declaration and its documentation.
     *
     * @param signature the declaration without package names
     * @param javadoc the comment, or only its first sentence for a member; may be empty
     */
    public record TopicEntry(String signature, String javadoc) {}

    /** Returns a topic without members. */
    public static Topic of(List<TopicEntry> entries) {
        return new Topic(entries, List.of(), "");
    }

    /** Returns a copy of this topic with another signature at the top. */
    public Topic under(String signature) {
        List<TopicEntry> all = new ArrayList<>(entries);
        all.add(0, new TopicEntry(signature, ""));
        return new Topic(all, members, note);
    }

    /** Returns a copy of this topic with the given note. */
    public Topic noting(String text) {
        return new Topic(entries, members, text);
    }

    /** Returns the topic as text, wrapped to the given width. The heading function styles each signature. */
    public String text(int width, UnaryOperator<String> heading) {
        List<String> parts = new ArrayList<>();
        for (TopicEntry entry : entries) {
            String body = JavadocText.wrapped(entry.javadoc(), width - MARGIN);
            Flow signature = new Flow(width);
            signature.words(entry.signature());
            String colored = signature.text().lines().map(heading).collect(Collectors.joining("\n"));
            parts.add(colored + (body.isEmpty() ? "" : "\n" + indented(body)));
        }
        if (!members.isEmpty()) {
            parts.add(indented(table(members, width)));
        }
        if (!note.isEmpty()) {
            parts.add(JavadocText.wrapped(note, width));
        }
        return String.join("\n\n", parts);
    }

    private static String indented(String text) {
        return text.lines()
                .map(line -> line.isEmpty() ? line : " ".repeat(MARGIN) + line)
                .collect(Collectors.joining("\n"));
    }

    /**
     * Returns each signature and the first sentence of its documentation, side by side or, if they do not fit, one
     * below the other.
     */
    public static String table(List<TopicEntry> rows, int width) {
        int widest =
                rows.stream().mapToInt(row -> row.signature().length()).max().orElse(0);
        int column = Math.min(widest, width * 2 / 5) + 2;
        return rows.stream().map(row -> row(row, column, width)).collect(Collectors.joining("\n"));
    }

    private static String row(TopicEntry row, int column, int width) {
        Flow flow = new Flow(width - MARGIN);
        boolean fits = row.signature().length() + 2 <= column && width >= 60;
        if (!fits) {
            flow.words(row.signature());
        }
        flow.indent(fits || width >= 60 ? column : MARGIN);
        if (fits) {
            flow.item(row.signature() + " ".repeat(column - row.signature().length()));
        }
        flow.words(row.javadoc());
        return flow.text();
    }
}
