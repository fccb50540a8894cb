package io.github.microgradj.shell;

import io.github.microgradj.engine.Repr;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Iterator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How values look in the shell: as Java would write them, numbers as Python would, long ones folded. */
final class Show {
    private static final int MOST_ELEMENTS = 12;
    private static final int MOST_CHARACTERS = 2000;

    private Show() {}

    /** The text of a value, of bounded length. */
    static String of(@Nullable Object value) {
        String text = text(value);
        return text.length() <= MOST_CHARACTERS
                ? text
                : text.substring(0, MOST_CHARACTERS) + "... (" + text.length() + " characters)";
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof String string) {
            return '"'
                    + string.replace("\\", "\\\\")
                            .replace("\"", "\\\"")
                            .replace("\n", "\\n")
                            .replace("\t", "\\t")
                    + '"';
        }
        if (value instanceof Character character) {
            return "'" + character + "'";
        }
        if (value instanceof Double number) {
            return Repr.of(number);
        }
        if (value instanceof Collection<?> collection) {
            return elements(collection.iterator(), collection.size());
        }
        if (value.getClass().isArray()) {
            String type = value.getClass().getComponentType().getSimpleName();
            int bracket = type.indexOf('[');
            String dimensions = bracket < 0 ? "" : type.substring(bracket);
            return type.replace("[]", "") + "[" + Array.getLength(value) + "]" + dimensions + " " + braces(value);
        }
        return String.valueOf(value);
    }

    /** {@code {{1.0, 2.0}, {3.0}}}: the type stands before the outermost array alone. */
    private static String braces(Object value) {
        if (!value.getClass().isArray()) {
            return text(value);
        }
        int length = Array.getLength(value);
        String shown = IntStream.range(0, Math.min(length, MOST_ELEMENTS))
                .mapToObj(i -> Array.get(value, i))
                .map(element -> element == null ? "null" : braces(element))
                .collect(Collectors.joining(", "));
        return "{" + shown + more(length) + "}";
    }

    private static String elements(Iterator<?> items, int size) {
        String shown = IntStream.range(0, Math.min(size, MOST_ELEMENTS))
                .mapToObj(i -> text(items.next()))
                .collect(Collectors.joining(", "));
        return "[" + shown + more(size) + "]";
    }

    private static String more(int size) {
        return size > MOST_ELEMENTS ? ", ... " + (size - MOST_ELEMENTS) + " more" : "";
    }
}
