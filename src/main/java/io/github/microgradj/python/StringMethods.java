package io.github.microgradj.python;

import io.github.microgradj.python.Methods.Table;
import io.github.microgradj.python.value.Arguments;
import io.github.microgradj.python.value.PythonError;
import io.github.microgradj.python.value.PythonNumbers;
import io.github.microgradj.python.value.Sequences;
import io.github.microgradj.python.value.Slice;
import io.github.microgradj.python.value.Tuple;
import io.github.microgradj.python.value.TypeName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The methods of {@code str}. */
final class StringMethods {
    static final Table<String> TABLE = new Table<String>("str")
            .row("upper", 0, 0, (s, a) -> s.toUpperCase(Locale.ROOT))
            .row("lower", 0, 0, (s, a) -> s.toLowerCase(Locale.ROOT))
            .row("capitalize", 0, 0, (s, a) -> capitalized(s))
            .row("title", 0, 0, (s, a) -> titled(s))
            .row("swapcase", 0, 0, (s, a) -> swapped(s))
            .row("strip", 0, 1, (s, a) -> stripped(s, true, true, a))
            .row("lstrip", 0, 1, (s, a) -> stripped(s, true, false, a))
            .row("rstrip", 0, 1, (s, a) -> stripped(s, false, true, a))
            .row("split", 0, 2, (s, a) -> split(s, false, a))
            .row("rsplit", 0, 2, (s, a) -> split(s, true, a))
            .row("splitlines", 0, 0, (s, a) -> Sequences.list(s.lines().toList()))
            .row("join", 1, 1, (s, a) -> joined(s, a[0]))
            .row("replace", 2, 3, StringMethods::replaced)
            .row("find", 1, 3, (s, a) -> found(s, false, a))
            .row("rfind", 1, 3, (s, a) -> found(s, true, a))
            .row("index", 1, 3, (s, a) -> required(found(s, false, a)))
            .row("rindex", 1, 3, (s, a) -> required(found(s, true, a)))
            .row("count", 1, 3, StringMethods::count)
            .row("startswith", 1, 1, (s, a) -> affix("startswith", s, a[0]))
            .row("endswith", 1, 1, (s, a) -> affix("endswith", s, a[0]))
            .row(
                    "removeprefix",
                    1,
                    1,
                    (s, a) -> s.startsWith(text(a[0])) ? s.substring(text(a[0]).length()) : s)
            .row("removesuffix", 1, 1, (self, a) -> withoutSuffix(self, a[0]))
            .row("partition", 1, 1, (self, a) -> parts(self, a[0], false))
            .row("rpartition", 1, 1, (self, a) -> parts(self, a[0], true))
            .row("ljust", 1, 2, (s, a) -> padded(s, "<", a))
            .row("rjust", 1, 2, (s, a) -> padded(s, ">", a))
            .row("center", 1, 2, StringMethods::centred)
            .row("zfill", 1, 1, StringMethods::zeroFilled)
            .row("isdigit", 0, 0, (s, a) -> all(s, Character::isDigit))
            .row("isdecimal", 0, 0, (s, a) -> all(s, Character::isDigit))
            .row("isnumeric", 0, 0, (s, a) -> all(s, Character::isDigit))
            .row("isalpha", 0, 0, (s, a) -> all(s, Character::isLetter))
            .row("isalnum", 0, 0, (s, a) -> all(s, Character::isLetterOrDigit))
            .row("isspace", 0, 0, (s, a) -> all(s, StringMethods::isSpace))
            .row("isupper", 0, 0, (s, a) -> isCased(s, s.toUpperCase(Locale.ROOT)))
            .row("islower", 0, 0, (s, a) -> isCased(s, s.toLowerCase(Locale.ROOT)))
            .row("format", 0, Integer.MAX_VALUE, BraceFormat::of);

    private StringMethods() {}

    static String text(@Nullable Object argument) {
        if (Sequences.plain(argument) instanceof String text) {
            return text;
        }
        throw PythonError.type("must be str, not %s", TypeName.of(argument));
    }

    private static boolean all(String text, IntPredicate test) {
        return !text.isEmpty() && text.codePoints().allMatch(test);
    }

    private static boolean isCased(String text, String cased) {
        return text.equals(cased)
                && text.codePoints().anyMatch(c -> Character.isUpperCase(c) || Character.isLowerCase(c));
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
    }

    private static String capitalized(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = text.codePointAt(0);
        return Character.toString(Character.toTitleCase(first))
                + text.substring(Character.charCount(first)).toLowerCase(Locale.ROOT);
    }

    private static String titled(String text) {
        StringBuilder titled = new StringBuilder();
        boolean inWord = false;
        for (int c : text.codePoints().toArray()) {
            titled.appendCodePoint(inWord ? Character.toLowerCase(c) : Character.toTitleCase(c));
            inWord = Character.isLetter(c);
        }
        return titled.toString();
    }

    private static String swapped(String text) {
        StringBuilder swapped = new StringBuilder();
        text.codePoints()
                .forEach(c -> swapped.appendCodePoint(
                        Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c)));
        return swapped.toString();
    }

    private static String stripped(String text, boolean left, boolean right, @Nullable Object... arguments) {
        IntPredicate stripped = StringMethods::isSpace;
        if (arguments.length > 0 && arguments[0] != null) {
            String characters = text(arguments[0]);
            stripped = c -> characters.indexOf(c) >= 0;
        }
        int start = 0;
        int end = text.length();
        while (left && start < end && stripped.test(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (right && end > start && stripped.test(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    private static List<@Nullable Object> split(String text, boolean fromRight, @Nullable Object... given) {
        Arguments arguments = Arguments.of("split", given, "sep", "maxsplit");
        Object separator = arguments.get("sep");
        long most = PythonNumbers.index(arguments.get("maxsplit", -1L));
        String by = separator == null ? null : text(separator);
        if (by != null && by.isEmpty()) {
            throw PythonError.value("empty separator");
        }
        List<@Nullable Object> parts = new ArrayList<>();
        String rest = by == null ? stripped(text, !fromRight, fromRight) : text;
        while (most < 0 || parts.size() < most) {
            int[] gap = by == null ? space(rest, fromRight) : separator(rest, by, fromRight);
            if (gap[0] < 0) {
                break;
            }
            parts.add(fromRight ? rest.substring(gap[1]) : rest.substring(0, gap[0]));
            rest = fromRight ? rest.substring(0, gap[0]) : rest.substring(gap[1]);
        }
        if (by != null || !stripped(rest, true, true).isEmpty()) {
            parts.add(by == null && most < 0 ? stripped(rest, true, true) : rest);
        }
        if (fromRight) {
            Collections.reverse(parts);
        }
        return parts;
    }

    private static int[] separator(String text, String by, boolean last) {
        int at = last ? text.lastIndexOf(by) : text.indexOf(by);
        return new int[] {at, at + by.length()};
    }

    /** Returns the start and end of the first or last run of whitespace; both are -1 if there is none. */
    private static int[] space(String text, boolean last) {
        int at = last ? text.length() - 1 : 0;
        int step = last ? -1 : 1;
        while (at >= 0 && at < text.length() && !isSpace(text.charAt(at))) {
            at += step;
        }
        int other = at;
        while (other >= 0 && other < text.length() && isSpace(text.charAt(other))) {
            other += step;
        }
        if (at < 0 || at >= text.length()) {
            return new int[] {-1, -1};
        }
        return last ? new int[] {other + 1, at + 1} : new int[] {at, other};
    }

    private static String joined(String separator, @Nullable Object elements) {
        List<String> parts = new ArrayList<>();
        for (Object each : Sequences.iterable(elements)) {
            if (!(Sequences.plain(each) instanceof String part)) {
                throw PythonError.type(
                        "sequence item %d: expected str instance, %s found", parts.size(), TypeName.of(each));
            }
            parts.add(part);
        }
        return String.join(separator, parts);
    }

    private static String replaced(String text, @Nullable Object... arguments) {
        String old = text(arguments[0]);
        String with = text(arguments[1]);
        long most = arguments.length < 3 ? -1 : PythonNumbers.index(arguments[2]);
        if (most < 0) {
            return text.replace(old, with);
        }
        StringBuilder result = new StringBuilder();
        int from = 0;
        for (long i = 0; i < most; i++) {
            int at = text.indexOf(old, from);
            if (at < 0 || (old.isEmpty() && from > text.length())) {
                break;
            }
            result.append(text, from, at).append(with);
            if (old.isEmpty() && at < text.length()) {
                result.append(text.charAt(at));
            }
            from = old.isEmpty() ? at + 1 : at + old.length();
        }
        return result.append(text.substring(Math.min(from, text.length()))).toString();
    }

    private static long found(String text, boolean last, @Nullable Object... arguments) {
        String part = text(arguments[0]);
        Slice.Indices span = new Slice(
                        arguments.length > 1 ? arguments[1] : null, arguments.length > 2 ? arguments[2] : null, null)
                .of(Sequences.length(text));
        if (arguments.length > 1
                && PythonNumbers.plain(arguments[1]) instanceof Long start
                && start > Sequences.length(text)) {
            return -1;
        }
        int start = text.offsetByCodePoints(0, span.first());
        int end = text.offsetByCodePoints(start, span.count());
        String within = text.substring(start, end);
        int at = last ? within.lastIndexOf(part) : within.indexOf(part);
        return at < 0 ? -1 : text.codePointCount(0, start + at);
    }

    private static long required(long index) {
        if (index < 0) {
            throw PythonError.value("substring not found");
        }
        return index;
    }

    private static long count(String text, @Nullable Object... arguments) {
        String part = text(arguments[0]);
        Slice slice =
                new Slice(arguments.length > 1 ? arguments[1] : null, arguments.length > 2 ? arguments[2] : null, null);
        String within = text(Subscripts.get(text, slice));
        if (part.isEmpty()) {
            return Sequences.length(within) + 1L;
        }
        long count = 0;
        for (int at = within.indexOf(part); at >= 0; at = within.indexOf(part, at + part.length())) {
            count++;
        }
        return count;
    }

    private static boolean affix(String name, String text, @Nullable Object affix) {
        if (affix instanceof Tuple several) {
            return several.stream().anyMatch(each -> affix(name, text, each));
        }
        if (!(Sequences.plain(affix) instanceof String part)) {
            throw PythonError.type("%s first arg must be str or a tuple of str, not %s", name, TypeName.of(affix));
        }
        return name.equals("startswith") ? text.startsWith(part) : text.endsWith(part);
    }

    private static String withoutSuffix(String text, @Nullable Object argument) {
        String suffix = text(argument);
        return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
    }

    private static Tuple parts(String text, @Nullable Object argument, boolean last) {
        String separator = text(argument);
        int at = last ? text.lastIndexOf(separator) : text.indexOf(separator);
        if (separator.isEmpty()) {
            throw PythonError.value("empty separator");
        }
        return at < 0
                ? last ? Tuple.of("", "", text) : Tuple.of(text, "", "")
                : Tuple.of(text.substring(0, at), separator, text.substring(at + separator.length()));
    }

    private static String fill(@Nullable Object... arguments) {
        String fill = arguments.length > 1 ? text(arguments[1]) : " ";
        if (Sequences.length(fill) != 1) {
            throw PythonError.type("The fill character must be exactly one character long");
        }
        return fill;
    }

    private static int missing(String text, @Nullable Object width) {
        return (int) Math.max(0, PythonNumbers.index(width) - Sequences.length(text));
    }

    private static String padded(String text, String side, @Nullable Object... arguments) {
        String padding = fill(arguments).repeat(missing(text, arguments[0]));
        return side.equals("<") ? text + padding : padding + text;
    }

    private static String centred(String text, @Nullable Object... arguments) {
        int missing = missing(text, arguments[0]);
        int left = missing / 2 + (missing & (int) PythonNumbers.index(arguments[0]) & 1);
        return fill(arguments).repeat(left) + text + fill(arguments).repeat(missing - left);
    }

    private static String zeroFilled(String text, @Nullable Object... arguments) {
        int sign = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        return text.substring(0, sign) + "0".repeat(missing(text, arguments[0])) + text.substring(sign);
    }
}
