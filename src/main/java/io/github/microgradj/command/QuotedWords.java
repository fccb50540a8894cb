package io.github.microgradj.command;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a command line, separated by spaces. A word in single or double quotes may contain spaces. */
public final class QuotedWords {
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");

    /**
     * Matches a word. As in a POSIX shell, adjacent quoted parts form one word, so a word can contain both kinds of
     * quotes.
     */
    static final Pattern WORD = Pattern.compile("((?:" + QUOTED + ")+)|\\S+");

    private QuotedWords() {}

    /** Returns the words of a line without their quotes. */
    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        for (Matcher matcher = WORD.matcher(text); matcher.find(); ) {
            words.add(unquoted(matcher));
        }
        return words;
    }

    /**
     * Returns a word as it must be typed, with quotes if necessary. A semicolon needs quotes, because an unquoted one
     * at the end of a line is dropped.
     */
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
