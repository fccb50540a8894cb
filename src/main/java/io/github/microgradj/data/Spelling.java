package io.github.microgradj.data;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;

/** Guesses which of the known names a mistyped one stands for. */
final class Spelling {
    private Spelling() {}

    /** {@code ", did you mean moons?"} if at most a third of a known name would have to change, else nothing. */
    static String didYouMean(String typed, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(name -> distance(typed, name)))
                .filter(name -> distance(typed, name) <= Math.max(1, name.length() / 3))
                .map(name -> ", did you mean " + name + "?")
                .orElse("");
    }

    /** Levenshtein's distance, one row of its table at a time. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j - 1], diagonal));
            }
        }
        return row[b.length()];
    }
}
