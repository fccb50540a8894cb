package io.github.microgradj.command;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a command: between spaces, with quotes of either kind to keep spaces in. */
public final class QuotedWords {
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");

    /** As in a POSIX shell, quotes that touch make one word: so it can have quotes of both kinds in it. */
    static final Pattern WORD = Pattern.compile("((?:" + QUOTED + ")+)|\\S+");

    private QuotedWords() {}

    /** The words of a text, without their quotes. */
    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        for (Matcher matcher = WORD.matcher(text); matcher.find(); ) {
            words.add(unquoted(matcher));
        }
        return words;
    }

    /** A word as it is to be typed, in quotes if it needs some; a semicolon at the end of a line would be dropped. */
    public static String quoted(String word) {
        if (word.matches("[^\\s\"';]+")) {
            return word;
        }
        return word.contains("\"") && !word.contains("'")
                ? "'" + word + "'"
                : "\"" + word.replace("\"", "\"'\"'\"") + "\"";
    }

    static String unquoted(MatchResult word) {
        String text = word.group();
        return word.group(1) != null
                ? QUOTED.matcher(text)
                        .replaceAll(piece -> Matcher.quoteReplacement(
                                piece.group().substring(1, piece.group().length() - 1)))
                : text;
    }
}
