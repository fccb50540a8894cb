package io.github.microgradj.python.value;

import io.github.microgradj.text.Repr;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Objects as text: {@code str} and {@code repr}. */
public final class Text {
    /** The containers that are being printed. A list that contains itself prints as {@code [...]}. */
    private static final ThreadLocal<Set<Object>> OPEN =
            ThreadLocal.withInitial(() -> Collections.newSetFromMap(new IdentityHashMap<>()));

    private Text() {}

    /** Returns {@code str(object)}. */
    public static String str(@Nullable Object object) {
        if (object instanceof CharSequence || object instanceof Character) {
            return object.toString();
        }
        return object instanceof PythonObject own ? own.str() : repr(object);
    }

    /** Returns {@code repr(object)}. */
    public static String repr(@Nullable Object object) {
        if (object == null) {
            return "None";
        }
        if (object instanceof Double || object instanceof Float) {
            return Repr.of(PythonNumbers.real(object));
        }
        if (object instanceof Boolean truth) {
            return truth ? "True" : "False";
        }
        if (object instanceof BigInteger big
                && big.bitLength() > 14_280
                && big.toString().length() > 4300 + (big.signum() < 0 ? 1 : 0)) {
            throw PythonError.value(
                    "Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to"
                            + " increase the limit");
        }
        if (object instanceof PythonObject own) {
            return own.repr();
        }
        Object plain = Sequences.plain(object);
        if (plain instanceof String text) {
            return quoted(text);
        }
        if (plain instanceof PythonRange) {
            return plain.toString();
        }
        if (plain instanceof List || plain instanceof Map || plain instanceof Set) {
            return container(object, plain);
        }
        return plain instanceof PythonFunction && plain.getClass().isHidden()
                ? "<function at 0x" + Integer.toHexString(System.identityHashCode(plain)) + ">"
                : String.valueOf(object);
    }

    private static String container(Object object, Object plain) {
        if (!OPEN.get().add(object)) {
            return plain instanceof Map ? "{...}" : "[...]";
        }
        try {
            if (plain instanceof Map<?, ?> map) {
                return map.entrySet().stream()
                        .map(entry -> repr(entry.getKey()) + ": " + repr(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            }
            if (plain instanceof Set<?> set) {
                return set.isEmpty()
                        ? "set()"
                        : set.stream().map(Text::repr).collect(Collectors.joining(", ", "{", "}"));
            }
            List<String> parts = new ArrayList<>();
            ((List<?>) plain).forEach(each -> parts.add(repr(each)));
            String inner = String.join(", ", parts);
            return plain instanceof Tuple ? "(" + inner + (parts.size() == 1 ? ",)" : ")") : "[" + inner + "]";
        } finally {
            OPEN.get().remove(object);
        }
    }

    /** Returns the string in single quotes, or in double quotes if it contains single quotes but no double quotes. */
    private static String quoted(String text) {
        char quote = text.contains("'") && !text.contains("\"") ? '"' : '\'';
        IntFunction<String> escape = c -> switch (c) {
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> c == quote ? "\\" + quote : isPrintable(c) ? Character.toString(c) : code(c);
        };
        return quote + text.codePoints().mapToObj(escape).collect(Collectors.joining()) + quote;
    }

    private static boolean isPrintable(int c) {
        int type = Character.getType(c);
        return c == ' '
                || !(type == Character.CONTROL
                        || type == Character.FORMAT
                        || type == Character.SURROGATE
                        || type == Character.PRIVATE_USE
                        || type == Character.UNASSIGNED
                        || type == Character.LINE_SEPARATOR
                        || type == Character.PARAGRAPH_SEPARATOR
                        || type == Character.SPACE_SEPARATOR);
    }

    private static String code(int c) {
        return c < 0x100
                ? String.format("\\x%02x", c)
                : c < 0x10000 ? String.format("\\u%04x", c) : String.format("\\U%08x", c);
    }
}
