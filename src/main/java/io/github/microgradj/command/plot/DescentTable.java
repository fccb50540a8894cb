package io.github.microgradj.command.plot;

import io.github.microgradj.command.plot.Descent.DescentStep;
import io.github.microgradj.text.Repr;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The table of a descent, with a sentence about how the descent ended. The table has a row for each step or, if there
 * are many steps, only for the first and last ones.
 */
final class DescentTable {
    private static final int MOST_ROWS = 12;
    private static final int FIRST_ROWS = 7;
    private static final int LAST_ROWS = 4;
    private static final int WIDE = 60;
    private static final MathContext DIGITS = new MathContext(5);

    private final Descent descent;
    private final List<String> names;
    private final double rate;

    DescentTable(Descent descent, List<String> names, double rate) {
        this.descent = descent;
        this.names = names;
        this.rate = rate;
    }

    /**
     * Returns the header and the rows. In a narrow terminal, the gradient of a function of two variables is omitted.
     */
    List<String> rows(int columns) {
        boolean whole = names.size() == 1 || columns >= WIDE;
        List<List<String>> rows = new ArrayList<>();
        rows.add(head(whole));
        int last = descent.steps().size() - 1;
        int left = last + 1 > MOST_ROWS ? FIRST_ROWS : last + 1;
        IntStream.range(0, left).forEach(i -> rows.add(row(i, whole)));
        if (left <= last) {
            rows.add(List.of("..."));
            IntStream.rangeClosed(last - LAST_ROWS + 1, last).forEach(i -> rows.add(row(i, whole)));
        }
        int[] widths = new int[rows.get(0).size()];
        rows.forEach(row -> Arrays.setAll(
                widths, i -> i < row.size() ? Math.max(widths[i], row.get(i).length()) : widths[i]));
        return rows.stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(i -> " ".repeat(widths[i] - row.get(i).length()) + row.get(i))
                        .collect(Collectors.joining("  ", " ", "")))
                .toList();
    }

    private List<String> head(boolean whole) {
        List<String> head = new ArrayList<>(List.of("step"));
        head.addAll(names);
        head.add(f());
        if (whole) {
            head.addAll(slopes());
        }
        return head;
    }

    private List<String> row(int i, boolean whole) {
        DescentStep step = descent.steps().get(i);
        List<String> row = new ArrayList<>(List.of(String.valueOf(i)));
        Arrays.stream(step.place()).forEach(number -> row.add(text(number)));
        row.add(text(step.value()));
        if (whole) {
            Arrays.stream(step.gradient()).forEach(number -> row.add(text(number)));
        }
        return row;
    }

    private String f() {
        return "f(" + String.join(", ", names) + ")";
    }

    private List<String> slopes() {
        return names.size() == 1
                ? List.of("f'(" + names.get(0) + ")")
                : names.stream().map(name -> "df/d" + name).toList();
    }

    static String text(double number) {
        return Double.isFinite(number)
                ? Repr.of(new BigDecimal(number).round(DIGITS).doubleValue())
                : Repr.of(number);
    }

    /** Returns a sentence about how the descent ended and what to try. */
    String verdict() {
        DescentStep first = descent.first();
        DescentStep last = descent.last();
        int steps = descent.steps().size() - 1;
        String fell = f() + " fell from " + text(first.value()) + " to " + text(last.value());
        return switch (descent.ending()) {
            case STUCK ->
                "nothing moves: the gradient is 0 at " + place(first)
                        + "; try another --from, and check that f computes with " + String.join(" and ", names)
                        + ", not with .data";
            case CONVERGED ->
                "converged after " + count(steps) + ": " + f() + " = " + text(last.value()) + " at " + place(last);
            case OVERFLOWED ->
                steps == 0
                        ? f() + " is " + ended(last) + " at the start; try another --from"
                        : "diverged: after " + count(steps) + " " + f() + " is " + ended(last)
                                + "; try a smaller --lr than " + Repr.of(rate);
            case DIVERGED ->
                "diverges: " + f() + " grew from " + text(first.value()) + " to " + text(last.value()) + " in "
                        + count(steps) + "; try a smaller --lr than " + Repr.of(rate);
            case BOUNCING -> "oscillates: " + bounced(steps) + "; try a smaller --lr than " + Repr.of(rate);
            case CREEPING ->
                "hardly moves: " + f() + " is still " + text(last.value()) + " after " + count(steps)
                        + "; try a larger --lr than " + Repr.of(rate);
            case FALLING -> "falls ever faster: " + fell + " in " + count(steps) + ", with no minimum in sight";
            case UNDERWAY ->
                "still falling: " + fell + " in " + count(steps) + ", and the gradient is " + gradient(last)
                        + "; to continue, use --steps " + 2 * Math.max(1, steps);
        };
    }

    private String bounced(int steps) {
        int lowest = descent.lowest();
        return lowest == 0
                ? f() + " is no smaller after " + count(steps)
                : f() + " fell from " + text(descent.first().value()) + " to "
                        + text(descent.steps().get(lowest).value()) + " in " + count(lowest)
                        + ", but no further in the next "
                        + (steps - lowest);
    }

    /**
     * Returns the function's value where the descent failed, followed by the gradient if the value is finite.
     */
    private static String ended(DescentStep step) {
        return text(step.value()) + (Double.isFinite(step.value()) ? " with the gradient " + gradient(step) : "");
    }

    private static String count(int steps) {
        return steps == 1 ? "1 step" : steps + " steps";
    }

    private static String gradient(DescentStep step) {
        return step.gradient().length == 1
                ? text(step.gradient()[0])
                : "("
                        + Arrays.stream(step.gradient())
                                .mapToObj(DescentTable::text)
                                .collect(Collectors.joining(", ")) + ")";
    }

    private String place(DescentStep step) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> names.get(i) + " = " + text(step.place()[i]))
                .collect(Collectors.joining(", "));
    }
}
