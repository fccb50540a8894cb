package io.github.microgradj.shell;

import io.github.microgradj.engine.Repr;
import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.Activation;
import io.github.microgradj.nn.Layer;
import io.github.microgradj.nn.MLP;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How values look in the shell: as Java would write them, numbers as Python would, long ones folded. */
final class Show {
    private static final int MOST_ELEMENTS = 12;
    private static final int MOST_CHARACTERS = 2000;

    private Show() {}

    /** The text of a value, of bounded length; a network as a table of its layers. */
    static String of(@Nullable Object value) {
        String text = value instanceof MLP model ? table(model) : text(value);
        return text.length() <= MOST_CHARACTERS
                ? text
                : text.substring(0, MOST_CHARACTERS) + "... (" + text.length() + " characters)";
    }

    /** The text of a value on one line. */
    static String line(@Nullable Object value) {
        return value instanceof MLP model ? headline(model) : of(value).replace("\n", " ");
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
        if (value instanceof Value node) {
            return of(node);
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

    /** As micrograd prints it, and the operation and the label where there are any. */
    private static String of(Value node) {
        String text = node.toString();
        String op = node.symbol().isEmpty() ? "" : ", op=" + node.symbol();
        String label = node.label.isEmpty() ? "" : ", label=" + node.label;
        return text.substring(0, text.length() - 1) + op + label + ")";
    }

    /** {@code MLP(2, 16, 16, 1), 337 parameters}. */
    private static String headline(MLP model) {
        String widths = model.layers().stream()
                .map(layer -> ", " + layer.neurons().size())
                .collect(Collectors.joining());
        return "MLP(" + model.inputs() + widths + "), " + model.parameters().size() + " parameters";
    }

    private static String table(MLP model) {
        StringBuilder table = new StringBuilder(headline(model));
        table.append(String.format(
                Locale.ROOT,
                "%n  %5s  %6s  %7s  %-10s  %10s",
                "layer",
                "inputs",
                "outputs",
                "activation",
                "parameters"));
        int inputs = model.inputs();
        for (int i = 0; i < model.layers().size(); i++) {
            Layer layer = model.layers().get(i);
            int outputs = layer.neurons().size();
            Activation activation = i < model.layers().size() - 1 ? model.hidden() : Activation.LINEAR;
            table.append(String.format(
                    Locale.ROOT,
                    "%n  %5d  %6d  %7d  %-10s  %10d",
                    i + 1,
                    inputs,
                    outputs,
                    activation,
                    layer.parameters().size()));
            inputs = outputs;
        }
        return table.toString();
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
