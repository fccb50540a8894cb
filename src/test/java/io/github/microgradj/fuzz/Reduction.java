package io.github.microgradj.fuzz;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A reduction of an input to a shorter one that causes the same kind of fault in a new target. It removes lines, then
 * tokens, then characters.
 */
final class Reduction {
    private final Fuzzing.Target target;
    private final String kind;
    private final long deadline;

    Reduction(Fuzzing.Target target, String kind, long deadline) {
        this.target = target;
        this.kind = kind;
        this.deadline = deadline;
    }

    /** Returns the shortest input found, or empty if the input alone causes no fault. */
    String of(String input) {
        if (!fails(input)) {
            return "";
        }
        String shortest = input;
        for (String separator : new String[] {"(?<=\n)", "\\b", ""}) {
            shortest = shortened(shortest.split(separator, -1));
        }
        return shortest;
    }

    /** Removes pieces wherever possible: first halves, then quarters, and so on. */
    private String shortened(String... given) {
        String[] pieces = given;
        for (int size = Math.max(1, pieces.length / 2); size > 0; size /= 2) {
            for (int start = 0; start < pieces.length && System.nanoTime() < deadline; ) {
                String[] candidate = without(pieces, start, size);
                if (fails(text(candidate))) {
                    pieces = candidate;
                } else {
                    start += size;
                }
            }
        }
        return text(pieces);
    }

    private static String[] without(String[] pieces, int start, int size) {
        String[] rest = Arrays.copyOf(pieces, pieces.length - Math.min(size, pieces.length - start));
        System.arraycopy(pieces, Math.min(start + size, pieces.length), rest, start, rest.length - start);
        return rest;
    }

    private static String text(String... pieces) {
        return Arrays.stream(pieces).collect(Collectors.joining());
    }

    private boolean fails(String input) {
        target.restart();
        return target.fault(input)
                .filter(fault -> Fuzzing.kind(fault).equals(kind))
                .isPresent();
    }
}
