package io.github.microgradj.python.value;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The operator {@code %} on strings, as in {@code '%.4f' % x}. */
public final class PercentFormat {
    private static final Pattern FIELD = Pattern.compile(
            "%(?:\\((?<name>[^)]*)\\))?(?<flags>[-+ #0]*)(?<width>\\*|\\d*)"
                    + "(?:\\.(?<precision>\\*|\\d*))?[hlL]?(?<type>.?)",
            Pattern.DOTALL);

    private final @Nullable Object given;
    private final List<?> arguments;
    private int next;

    private PercentFormat(@Nullable Object given) {
        this.given = given;
        arguments = given instanceof Tuple tuple ? tuple : java.util.Arrays.asList(given);
    }

    /** Returns {@code format % given}. */
    public static String of(String format, @Nullable Object given) {
        PercentFormat fields = new PercentFormat(given);
        Matcher matcher = FIELD.matcher(format);
        StringBuilder text = new StringBuilder();
        int rest = 0;
        while (matcher.find()) {
            text.append(format, rest, matcher.start()).append(fields.field(matcher));
            rest = matcher.end();
        }
        if (fields.next < fields.arguments.size()
                && !(given instanceof Map)
                && !(given instanceof List && !(given instanceof Tuple))) {
            throw PythonError.type("not all arguments converted during string formatting");
        }
        return text.append(format, rest, format.length()).toString();
    }

    private @Nullable Object argument() {
        if (next >= arguments.size()) {
            throw PythonError.type("not enough arguments for format string");
        }
        return arguments.get(next++);
    }

    private @Nullable Object named(String name) {
        if (!(given instanceof Map<?, ?>)) {
            throw PythonError.type("format requires a mapping");
        }
        Object key = Keys.in((Map<?, ?>) given, name);
        if (!((Map<?, ?>) given).containsKey(key)) {
            throw new PythonError("KeyError", Text.repr(name));
        }
        return ((Map<?, ?>) given).get(key);
    }

    private String field(Matcher field) {
        String type = field.group("type");
        if (type.isEmpty()) {
            throw PythonError.value("incomplete format");
        }
        if (type.equals("%")) {
            return "%";
        }
        String flags = field.group("flags");
        String width = size(field.group("width"));
        String precision = field.group("precision") == null ? null : size(field.group("precision"));
        if ("diouxXeEfFgGcrsa".indexOf(type.charAt(0)) < 0) {
            throw PythonError.value(
                    "unsupported format character '%s' (0x%x) at index %d",
                    type, (int) type.charAt(0), field.start("type"));
        }
        Object value = field.group("name") == null ? argument() : named(field.group("name"));
        if (width.startsWith("-")) {
            flags += "-";
            width = width.substring(1);
        }
        String places = precision == null ? "" : "." + (precision.isEmpty() ? "0" : precision);
        if ("rsa".contains(type)) {
            String text = type.equals("s") ? Text.str(value) : Text.repr(value);
            return FormatSpecification.of((flags.contains("-") ? "<" : ">") + width + places + "s")
                    .apply(text);
        }
        if (type.equals("c")) {
            return FormatSpecification.of((flags.contains("-") ? "<" : ">") + width)
                    .apply(character(value));
        }
        return number(type, flags, width, places, value);
    }

    private String size(String written) {
        return written.equals("*") ? String.valueOf(PythonNumbers.index(argument())) : written;
    }

    private static String character(@Nullable Object value) {
        if (PythonNumbers.isInt(value)) {
            return FormatSpecification.of("c").apply(value);
        }
        if (value instanceof String text && Sequences.length(text) == 1) {
            return text;
        }
        throw PythonError.type("%%c requires int or char");
    }

    private static String number(String type, String flags, String width, String places, @Nullable Object value) {
        Number number = PythonNumbers.plain(value);
        boolean whole = "diouxX".contains(type);
        if (number == null) {
            if (!whole) {
                throw PythonError.type("must be real number, not %s", TypeName.of(value));
            }
            throw PythonError.type(
                    "%%%s format: %s is required, not %s",
                    type, "diu".contains(type) ? "a real number" : "an integer", TypeName.of(value));
        }
        if (whole && number instanceof Double real) {
            if (!"diu".contains(type)) {
                throw PythonError.type("%%%s format: an integer is required, not float", type);
            }
            number = PythonNumbers.whole(real);
        }
        String sign = flags.contains("+") ? "+" : flags.contains(" ") ? " " : "";
        String side = flags.contains("-") ? "<" : flags.contains("0") ? "0=" : ">";
        if (whole) {
            String digits = digits(type, flags, places, PythonNumbers.big(number));
            String mark = PythonNumbers.big(number).signum() < 0 ? "-" : sign;
            int room = width.isEmpty() ? 0 : Integer.parseInt(width);
            int missing = Math.max(0, room - mark.length() - digits.length());
            String zeros = side.equals("0=") ? "0".repeat(missing) : "";
            String prefix =
                    digits.length() > 2 && flags.contains("#") && "oxX".contains(type) ? digits.substring(0, 2) : "";
            String full = mark + prefix + zeros + digits.substring(prefix.length());
            return side.equals("<")
                    ? full + " ".repeat(room - Math.min(room, full.length()))
                    : " ".repeat(room - Math.min(room, full.length())) + full;
        }
        String alternate = flags.contains("#") ? "#" : "";
        return FormatSpecification.of(side + sign + alternate + width + (places.isEmpty() ? ".6" : places) + type)
                .apply(PythonNumbers.real(number));
    }

    private static String digits(String type, String flags, String places, BigInteger number) {
        int radix = type.equals("o") ? 8 : type.equalsIgnoreCase("x") ? 16 : 10;
        String digits = number.abs().toString(radix);
        int least = places.isEmpty() ? 0 : Integer.parseInt(places.substring(1));
        String padded = "0".repeat(Math.max(0, least - digits.length())) + digits;
        String cased = type.equals("X") ? padded.toUpperCase(java.util.Locale.ROOT) : padded;
        return (flags.contains("#") && radix != 10 ? "0" + type : "") + cased;
    }
}
