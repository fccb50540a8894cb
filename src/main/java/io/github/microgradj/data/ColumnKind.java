package io.github.microgradj.data;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The type of the cells in a column of a CSV file. */
public enum ColumnKind {
    /** Finite numbers. */
    NUMBER,
    /** Two words such as yes and no, which become 1 and 0. */
    BOOLEAN,
    /** Words; if there are few distinct words, each becomes a feature. */
    TEXT,
    /** Dates or times, which are rejected. */
    DATE;

    private static final Set<String> MISSING =
            Set.of("", "NA", "N/A", "n/a", "#N/A", "NaN", "nan", "?", "null", "NULL", "Null");

    private static final Set<String> YES = Set.of("true", "yes", "t", "y", "on");
    private static final Set<String> NO = Set.of("false", "no", "f", "n", "off");
    private static final List<Set<String>> PAIRS = List.of(
            Set.of("true", "false"), Set.of("yes", "no"), Set.of("t", "f"), Set.of("y", "n"), Set.of("on", "off"));

    private static final Pattern DATES = Pattern.compile("\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}([T ].*)?"
            + "|\\d{1,2}[-/.]\\d{1,2}[-/.](\\d{2}|\\d{4})([T ].*)?"
            + "|\\d{1,2}:\\d{2}(:\\d{2}.*)?( ?[AaPp][Mm])?"
            + "|\\d{1,2}[- ]\\p{L}{3,9}[- ]\\d{2,4}|\\p{L}{3,9} \\d{1,2},? \\d{4}");

    /** The maximum number of distinct words that count as mistakes if at least half of the cells are numbers. */
    private static final int MOST_MISTAKES = 3;

    static boolean isMissing(String cell) {
        return cell.length() <= 4 && MISSING.contains(cell);
    }

    /** Returns 1 for a word such as yes, 0 for a word such as no, and NaN for any other cell. */
    static double truth(String cell) {
        String word = cell.length() <= 5 ? cell.toLowerCase(Locale.ROOT) : "";
        return YES.contains(word) ? 1 : NO.contains(word) ? 0 : Double.NaN;
    }

    /** Returns the kind of a column that contains these cells. Formatted numbers, such as 35%, count as numbers. */
    static ColumnKind of(List<String> cells, char point) {
        int numbers = 0;
        int dates = 0;
        int texts = 0;
        Set<String> words = new HashSet<>();
        for (String cell : cells) {
            if (isMissing(cell)) {
                continue;
            }
            if (DecimalNumber.isNumber(cell, point)
                    || !DecimalNumber.advice(cell).isEmpty()) {
                numbers++;
            } else {
                texts++;
                dates += DATES.matcher(cell).matches() ? 1 : 0;
                words.add(cell.toLowerCase(Locale.ROOT));
            }
        }
        if (texts == 0 || (numbers >= texts && words.size() <= MOST_MISTAKES) || 10 * texts <= numbers) {
            return NUMBER;
        }
        if (numbers == 0 && PAIRS.stream().anyMatch(pair -> pair.containsAll(words))) {
            return BOOLEAN;
        }
        return dates == texts && numbers == 0 ? DATE : TEXT;
    }
}
