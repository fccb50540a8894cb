package io.github.microgradj.python;

import io.github.microgradj.python.value.Keywords;
import io.github.microgradj.python.value.PythonError;
import io.github.microgradj.python.value.Text;
import org.jspecify.annotations.Nullable;

/** The method {@code str.format}. */
final class BraceFormat {
    private final @Nullable Object[] arguments;
    private int next;

    private BraceFormat(@Nullable Object[] arguments) {
        this.arguments = arguments;
    }

    static String of(String format, @Nullable Object... arguments) {
        return new BraceFormat(arguments).formatted(format);
    }

    private String formatted(String format) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            boolean doubled = i + 1 < format.length() && format.charAt(i + 1) == c;
            if ((c == '{' || c == '}') && doubled) {
                text.append(c);
                i++;
            } else if (c == '}') {
                throw PythonError.value("Single '}' encountered in format string");
            } else if (c == '{') {
                int end = end(format, i);
                text.append(field(format.substring(i + 1, end)));
                i = end;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static int end(String format, int start) {
        int depth = 0;
        for (int i = start; i < format.length(); i++) {
            depth += format.charAt(i) == '{' ? 1 : format.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw PythonError.value(
                start + 1 == format.length()
                        ? "Single '{' encountered in format string"
                        : "expected '}' before end of string");
    }

    private String field(String field) {
        int colon = field.indexOf(':');
        String head = colon < 0 ? field : field.substring(0, colon);
        int mark = head.indexOf('!');
        Object value = value(mark < 0 ? head : head.substring(0, mark));
        String specification = colon < 0 ? "" : formatted(field.substring(colon + 1));
        Object converted = mark < 0 ? value : head.endsWith("r") ? Text.repr(value) : Text.str(value);
        return Py.format(converted, specification);
    }

    private @Nullable Object value(String name) {
        String[] parts = name.split("(?=[.\\[])", -1);
        Object value = argument(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            String part = parts[i].substring(1).replaceFirst("]$", "");
            value = parts[i].startsWith(".")
                    ? Attributes.get(value, part)
                    : Subscripts.get(value, part.matches("\\d+") ? Long.valueOf(part) : part);
        }
        return value;
    }

    private @Nullable Object argument(String name) {
        Keywords keywords =
                arguments.length > 0 && arguments[arguments.length - 1] instanceof Keywords last ? last : null;
        if (name.isEmpty() || name.matches("\\d+")) {
            int at = name.isEmpty() ? next++ : Integer.parseInt(name);
            if (at >= arguments.length - (keywords == null ? 0 : 1)) {
                throw PythonError.of("IndexError", "Replacement index %d out of range for positional args tuple", at);
            }
            return arguments[at];
        }
        if (keywords == null || !keywords.values().containsKey(name)) {
            throw new PythonError("KeyError", Text.repr(name));
        }
        return keywords.values().get(name);
    }
}
