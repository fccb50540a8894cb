package io.github.microgradj.report;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.text.JavaLiteral;
import io.github.microgradj.text.Repr;
import io.github.microgradj.text.TextWidth;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.BaseStream;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A formatter of values for display. Values are shown in Java's notation, except numbers, which are shown in Python's.
 * Long values are shortened to fit the terminal. If the {@code toString} of an object throws an exception,
 * only the text of that object is affected.
 */
public final class ValueFormatter {
    /**
     * The maximum number of elements shown from the start of a sequence. Fewer are shown if they do not fit on a line.
     */
    private static final int HEAD = 8;

    private static final int TAIL = 3;
    private static final int SAMPLES = 3;
    private static final int MOST_CHARACTERS = 2000;
    private static final int DEEPEST = 6;

    private final int columns;
    private final int head;
    private final int tail;

    private ValueFormatter(int columns, int head) {
        this.columns = columns;
        this.head = head;
        this.tail = Math.min(TAIL, head);
    }

    /**
     * Returns a value as text of limited length. A value that is wider than the given number of columns is shortened or
     * shown in rows.
     */
    public static String of(@Nullable Object value, int columns) {
        return cut(new ValueFormatter(columns, HEAD).whole(value));
    }

    /** Returns a value as text on one line. */
    public static String line(@Nullable Object value) {
        return value instanceof MLP model
                ? NetworkTable.headline(model)
                : cut(new ValueFormatter(80, HEAD).text(value, 0)).replace("\n", " ");
    }

    private static String cut(String text) {
        return TextWidth.visible(
                text.length() <= MOST_CHARACTERS
                        ? text
                        : text.substring(0, MOST_CHARACTERS) + "... (" + text.length() + " characters)");
    }

    private String whole(@Nullable Object value) {
        if (value instanceof MLP model) {
            return NetworkTable.table(model, columns);
        }
        if (value instanceof Dataset data) {
            return data + rows(samples(data), SAMPLES, data.size());
        }
        String text = text(value, 0);
        if (TextWidth.of(text) <= columns || value == null || value instanceof Map || !isSequence(value)) {
            return text;
        }
        return isOfScalars(value)
                ? folded(value)
                : header(value) + rows(shown(value).map(each -> text(each, 1)).toList(), head, size(value));
    }

    /** Returns a sequence of numbers on one line, with as many elements from its start and end as fit. */
    private String folded(Object value) {
        return IntStream.iterate(head - 1, fewer -> fewer > 0, fewer -> fewer - 1)
                .mapToObj(fewer -> new ValueFormatter(columns, fewer).text(value, 0))
                .filter(text -> TextWidth.of(text) <= columns)
                .findFirst()
                .orElseGet(() -> new ValueFormatter(columns, 1).text(value, 0));
    }

    private static boolean isOfScalars(Object sequence) {
        if (sequence instanceof Collection<?> collection) {
            return collection.iterator().next() instanceof Number;
        }
        return sequence.getClass().getComponentType().isPrimitive();
    }

    private static List<String> samples(Dataset data) {
        return IntStream.range(0, Math.min(SAMPLES, data.size()))
                .mapToObj(
                        i -> Arrays.stream(data.inputs()[i]).mapToObj(Repr::of).collect(Collectors.joining(", "))
                                + " -> "
                                + (data.isRegression()
                                        ? Repr.of(data.targets()[i])
                                        : data.classNames().get(data.labels()[i])))
                .toList();
    }

    /**
     * Returns one line for each shown element, cut to fit. If elements are omitted, a line in their place says
     * how many.
     */
    private String rows(List<String> shown, int before, int size) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i <= shown.size(); i++) {
            if (i == before && size > shown.size()) {
                rows.append("\n  ... ").append(size - shown.size()).append(" more");
            }
            if (i < shown.size()) {
                String row = shown.get(i).replace("\n", " ");
                rows.append("\n  ").append(TextWidth.cut(row, Math.max(10, columns - 2)));
            }
        }
        return rows.toString();
    }

    private String text(@Nullable Object value, int depth) {
        if (value == null) {
            return "null";
        }
        if (value instanceof String string) {
            return quoted(string);
        }
        if (value instanceof Character character) {
            return "'" + (character == '\'' ? "\\'" : JavaLiteral.escaped(String.valueOf(character))) + "'";
        }
        if (value instanceof Double number) {
            return Repr.of(number);
        }
        if (value instanceof Value node) {
            return of(node);
        }
        if (value instanceof MLP model) {
            return NetworkTable.headline(model);
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(held -> "Optional[" + text(held, depth + 1) + "]")
                    .orElse("Optional.empty");
        }
        if (value instanceof BaseStream) {
            return "a stream that has not run; .toList() shows its elements";
        }
        if (isSequence(value)) {
            return depth > DEEPEST ? "..." : guarded(value, () -> sequence(value, depth));
        }
        return value.getClass().isHidden()
                ? lambda(value)
                : guarded(value, () -> named(String.valueOf(value.toString())));
    }

    /** Returns a description of a lambda, whose hidden class has a meaningless name. */
    private static String lambda(Object value) {
        Class<?>[] interfaces = value.getClass().getInterfaces();
        return interfaces.length == 0 ? value.toString() : "a lambda: " + interfaces[0].getSimpleName();
    }

    /** Removes JShell's wrapper classes from class names, and shortens JShell's names of anonymous classes. */
    private static String named(String text) {
        return text.replaceAll("\\bREPL\\.\\$JShell\\$\\w+\\$", "").replace("$JShell$anonymous$$", "anonymous$");
    }

    private static String guarded(Object value, Supplier<String> text) {
        try {
            return text.get();
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            String name = value.getClass().getSimpleName();
            return (name.isEmpty() || name.contains("$") ? "an object" : name) + " (its toString failed: "
                    + ErrorReport.describe(e) + ")";
        }
    }

    /** Returns a node in micrograd's notation, with its operation and its label, if any. */
    private static String of(Value node) {
        String text = node.toString();
        String op = node.symbol().isEmpty() ? "" : ", op=" + node.symbol();
        String label = node.label.isEmpty() ? "" : ", label=" + node.label;
        return text.substring(0, text.length() - 1) + op + label + ")";
    }

    private static String quoted(String text) {
        int most = MOST_CHARACTERS / 2;
        return text.length() <= most
                ? '"' + JavaLiteral.escaped(text) + '"'
                : '"' + JavaLiteral.escaped(text.substring(0, most)) + "\"... (" + text.length() + " characters)";
    }

    private static boolean isSequence(Object value) {
        return value instanceof Collection
                || value instanceof Map
                || value.getClass().isArray();
    }

    private static int size(Object sequence) {
        if (sequence instanceof Collection<?> collection) {
            return collection.size();
        }
        return sequence instanceof Map<?, ?> map ? map.size() : Array.getLength(sequence);
    }

    private boolean isShown(int index, int size) {
        return size <= head + tail + 1 || index < head || index >= size - tail;
    }

    /** Returns all elements of a short sequence, or the first and last elements of a long one. */
    private Stream<@Nullable Object> shown(Object sequence) {
        int size = size(sequence);
        if (sequence instanceof Collection<?> || sequence instanceof Map) {
            Collection<?> elements = sequence instanceof Map<?, ?> map ? map.entrySet() : (Collection<?>) sequence;
            int[] index = {0};
            return elements.stream().sequential().map(Object.class::cast).filter(each -> isShown(index[0]++, size));
        }
        return IntStream.range(0, size).filter(i -> isShown(i, size)).mapToObj(i -> Array.get(sequence, i));
    }

    /**
     * Returns text such as {@code double[2][] {{1.0, 2.0}, {3.0}}}, {@code [1, 2]} or {@code {a=1}}. Only the outermost
     * array is shown with its type.
     */
    private String sequence(Object value, int depth) {
        boolean list = value instanceof Collection;
        String open = list ? "[" : "{";
        String close = list ? "]" : "}";
        List<String> shown =
                shown(value).map(element -> element(element, depth)).toList();
        int size = size(value);
        String before = depth == 0 && value.getClass().isArray() ? header(value) + " " : "";
        if (shown.size() == size) {
            return before + open + String.join(", ", shown) + close;
        }
        return before + open + String.join(", ", shown.subList(0, head)) + ", ... " + (size - shown.size()) + " more, "
                + String.join(", ", shown.subList(head, shown.size())) + close;
    }

    private String element(@Nullable Object element, int depth) {
        return element instanceof Map.Entry<?, ?> entry
                ? text(entry.getKey(), depth + 1) + "=" + text(entry.getValue(), depth + 1)
                : text(element, depth + 1);
    }

    /** Returns text such as {@code double[100][]} or {@code 100 elements}. */
    private static String header(Object value) {
        if (!value.getClass().isArray()) {
            return size(value) + " elements";
        }
        String type = value.getClass().getComponentType().getSimpleName();
        int bracket = type.indexOf('[');
        String dimensions = bracket < 0 ? "" : type.substring(bracket);
        return type.replace("[]", "") + "[" + Array.getLength(value) + "]" + dimensions;
    }
}
