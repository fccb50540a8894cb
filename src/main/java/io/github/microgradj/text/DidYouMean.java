package io.github.microgradj.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Suggestions of known names that resemble a mistyped name. */
public final class DidYouMean {
    private DidYouMean() {}

    /**
     * Returns text such as {@code "; did you mean moons?"}, or an empty string if no known name is similar. A similar
     * name differs from the typed text by one edit, or by edits to at most a third of its letters. Typos are more
     * common at the end of a name than at its beginning. The text therefore contains both the nearest name and the one
     * that shares the longest prefix with the typed text: {@code --sted} gives
     * {@code "; did you mean --seed or --steps?"}.
     */
    public static String didYouMean(String typed, Collection<String> known) {
        return didYouMean(typed, known, name -> name);
    }

    /**
     * Returns the text of {@link #didYouMean(String, Collection)}, but with the names in another form.
     *
     * @param shown returns the form in which a name is shown, such as {@code println(...)} for println
     */
    public static String didYouMean(String typed, Collection<String> known, UnaryOperator<String> shown) {
        Comparator<String> nearest = Comparator.comparingInt(name -> distance(typed, name));
        Comparator<String> longestBeginning = Comparator.comparingInt(name -> -commonBeginning(typed, name));
        List<String> near = known.stream()
                .filter(name -> distance(typed, name) <= Math.max(1, name.length() / 3))
                .toList();
        Stream<String> first = near.stream().min(nearest.thenComparing(longestBeginning)).stream();
        Stream<String> second = near.stream().min(longestBeginning.thenComparing(nearest)).stream();
        String names = Stream.concat(first, second).distinct().map(shown).collect(Collectors.joining(" or "));
        return names.isEmpty() ? "" : "; did you mean " + names + "?";
    }

    private static int commonBeginning(String a, String b) {
        int length = 0;
        while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
            length++;
        }
        return length;
    }

    /**
     * Returns the minimum number of edits that turn one word into the other. An edit inserts, deletes or replaces a
     * letter, or swaps two adjacent letters.
     */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], 1 + d[i - 2][j - 2]);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
