package io.github.microgradj.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Mutants of the entries of a corpus, with one to four changes to characters, tokens or lines. */
public final class Mutations {
    private static final Pattern TOKEN = Pattern.compile("\\w+|\\s+|.", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

    private static final List<String> NUMBERS = List.of(
            "0",
            "-0.0",
            "-1",
            "2147483648",
            "-9223372036854775808",
            "1e400",
            "1e-400",
            "0x1p3",
            "007",
            "1_0",
            "1.",
            ".5",
            "5f",
            "NaN",
            "Infinity",
            "1e9",
            "99999999999999999999");

    /** Tokens with a meaning in Java, Python, Markdown, a shell or a terminal. */
    private static final List<String> WORDS = List.of(
            ("** // % -> ' \" ''' \"\"\" f' f\" { } ( ) [ ] : ; , . = == += **= != ! ? @ \\ $ $_ $1 _ # /* */ & | < >"
                            + " None True False not in is and or lambda def class if else elif for while return import"
                            + " from print len range with try: except: pass yield var int double Value record enum"
                            + " interface static throw null new instanceof switch this void final String ``` --help --"
                            + " --steps --from -> :: ... += 1 += 'x' \"x\" [::-1] [-1] .data .grad")
                    .split(" ", -1));

    /** Blanks, line ends, escapes, wide and combining characters, half a surrogate pair, and right-to-left marks. */
    private static final List<String> ODD = List.of(
            "\t",
            "\n",
            "\r",
            "\r\n",
            "\n\n\n",
            "    ",
            "\u0000",
            "\u0003",
            "\u001b[31m",
            "\u007f",
            "\u00a0",
            "\u2028",
            "\ufeff",
            "\u202e",
            "\u00e9",
            "e\u0301",
            "\u03b1",
            "\u6f22",
            "\ud83d\ude00",
            "\ud800",
            "\\u0041",
            "\\u000a",
            "\\u",
            "\u201c",
            "\u2212");

    private static final List<String> DECORATIONS = List.of(
            "mg> ",
            "..> ",
            ">>> ",
            "... ",
            "jshell> ",
            "In [1]: ",
            "   ...: ",
            "```\n",
            "```java\n",
            "    ",
            "\t",
            "# ",
            "// ",
            "* ",
            "> ");

    private static final List<String> BRACKETS = List.of("()", "[]", "{}", "<>", "\"\"", "''");

    private Mutations() {}

    /** A change to an entry of the corpus; {@code other} is a second entry. */
    private interface Change {
        String apply(Random random, String text, String other);
    }

    private static final List<Change> CHANGES = List.of(
            Mutations::delete,
            Mutations::truncate,
            Mutations::duplicateToken,
            Mutations::deleteToken,
            Mutations::deleteToken,
            Mutations::swapTokens,
            Mutations::replaceToken,
            Mutations::replaceToken,
            Mutations::insertWord,
            Mutations::insertWord,
            Mutations::insertOdd,
            Mutations::changeNumber,
            Mutations::takeToken,
            Mutations::splice,
            Mutations::append,
            Mutations::decorateLine,
            Mutations::moveLine,
            Mutations::wrap,
            Mutations::nest,
            Mutations::repeat);

    /** Returns mutants of the entries; one in twenty is unchanged. */
    public static Arbitrary<String> of(List<String> corpus) {
        return Combinators.combine(
                        Arbitraries.of(corpus),
                        Arbitraries.of(corpus),
                        Arbitraries.integers().between(0, 19),
                        Arbitraries.longs())
                .as(Mutations::mutated);
    }

    private static String mutated(String text, String other, int kind, long seed) {
        Random random = new Random(seed);
        String mutant = text;
        for (int changes = kind == 0 ? 0 : 1 + (kind - 1) / 6; changes > 0; changes--) {
            mutant = any(random, CHANGES).apply(random, mutant, other);
        }
        return mutant;
    }

    private static <T> T any(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static int place(Random random, String text) {
        return random.nextInt(text.length() + 1);
    }

    private static String replaced(String text, int start, int end, String by) {
        return text.substring(0, start) + by + text.substring(end);
    }

    private static String delete(Random random, String text, String other) {
        int start = place(random, text);
        return replaced(text, start, Math.min(text.length(), start + 1 + random.nextInt(4)), "");
    }

    private static String truncate(Random random, String text, String other) {
        return text.substring(0, place(random, text));
    }

    private static List<String> tokens(String text) {
        return new ArrayList<>(
                TOKEN.matcher(text).results().map(MatchResult::group).toList());
    }

    private static String withToken(Random random, String text, UnaryOperator<String> change) {
        List<String> tokens = tokens(text);
        if (tokens.isEmpty()) {
            return change.apply("");
        }
        int place = random.nextInt(tokens.size());
        tokens.set(place, change.apply(tokens.get(place)));
        return String.join("", tokens);
    }

    private static String duplicateToken(Random random, String text, String other) {
        return withToken(random, text, token -> token + token);
    }

    private static String deleteToken(Random random, String text, String other) {
        return withToken(random, text, token -> "");
    }

    private static String replaceToken(Random random, String text, String other) {
        return withToken(random, text, token -> any(random, WORDS));
    }

    private static String takeToken(Random random, String text, String other) {
        List<String> others = tokens(other);
        return others.isEmpty() ? text : withToken(random, text, token -> any(random, others));
    }

    private static String swapTokens(Random random, String text, String other) {
        List<String> tokens = tokens(text);
        if (tokens.isEmpty()) {
            return text;
        }
        Collections.swap(tokens, random.nextInt(tokens.size()), random.nextInt(tokens.size()));
        return String.join("", tokens);
    }

    private static String insertWord(Random random, String text, String other) {
        int place = place(random, text);
        String blank = random.nextBoolean() ? " " : "";
        return replaced(text, place, place, blank + any(random, WORDS) + blank);
    }

    private static String insertOdd(Random random, String text, String other) {
        int place = place(random, text);
        return replaced(text, place, place, any(random, ODD));
    }

    private static String changeNumber(Random random, String text, String other) {
        List<MatchResult> numbers = NUMBER.matcher(text).results().toList();
        if (numbers.isEmpty()) {
            return insertWord(random, text, other);
        }
        MatchResult number = any(random, numbers);
        return replaced(text, number.start(), number.end(), any(random, NUMBERS));
    }

    private static String splice(Random random, String text, String other) {
        return text.substring(0, place(random, text)) + other.substring(place(random, other));
    }

    private static String append(Random random, String text, String other) {
        return text + any(random, List.of("\n", "; ", " ", "\n    ")) + other;
    }

    private static String decorateLine(Random random, String text, String other) {
        List<String> lines = lines(text);
        int place = random.nextInt(lines.size());
        lines.set(place, any(random, DECORATIONS) + lines.get(place));
        return String.join("\n", lines);
    }

    private static String moveLine(Random random, String text, String other) {
        List<String> lines = lines(text);
        String line = lines.remove(random.nextInt(lines.size()));
        if (random.nextInt(3) > 0) {
            lines.add(random.nextInt(lines.size() + 1), line);
        }
        return String.join("\n", lines);
    }

    private static List<String> lines(String text) {
        return new ArrayList<>(List.of(text.split("\n", -1)));
    }

    private static String wrap(Random random, String text, String other) {
        int start = place(random, text);
        int end = start + random.nextInt(text.length() - start + 1);
        String pair = any(random, BRACKETS);
        return replaced(text, start, end, pair.charAt(0) + text.substring(start, end) + pair.charAt(1));
    }

    private static String nest(Random random, String text, String other) {
        int place = place(random, text);
        String pair = any(random, BRACKETS);
        int depth = any(random, List.of(3, 30, 300, 3000));
        String inner = random.nextBoolean() ? "1" : "";
        return replaced(
                text,
                place,
                place,
                pair.substring(0, 1).repeat(depth) + inner + pair.substring(1).repeat(depth));
    }

    private static String repeat(Random random, String text, String other) {
        int times = any(random, List.of(3, 50, 2000));
        return withToken(random, text, token -> token.repeat(token.length() > 30 ? 3 : times));
    }
}
