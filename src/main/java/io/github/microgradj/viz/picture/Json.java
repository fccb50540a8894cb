package io.github.microgradj.viz.picture;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A writer of JSON. Its output does not contain {@code <}, so that it can be embedded in a script element. */
public final class Json {
    private Json() {}

    /** Returns the JSON of a map, a list, a string, a number or a boolean. The members of a map stay in order. */
    public static String of(Object value) {
        if (value instanceof Map<?, ?> members) {
            return members.entrySet().stream()
                    .map(member -> of(member.getKey()) + ":" + of(member.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Json::of).collect(Collectors.joining(",", "[", "]"));
        }
        return value instanceof String text ? quoted(text) : String.valueOf(value);
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            boolean plain = c >= ' ' && c < 127 && "\"\\<>&".indexOf(c) < 0;
            if (plain || (c > 0xa0 && Character.isLetterOrDigit(c))) {
                json.appendCodePoint(c);
            } else {
                Character.toString(c)
                        .chars()
                        .forEach(unit -> json.append(String.format(Locale.ROOT, "\\u%04x", isLone(c) ? 0xfffd : unit)));
            }
        });
        return json.append('"').toString();
    }

    private static boolean isLone(int c) {
        return Character.getType(c) == Character.SURROGATE;
    }
}
