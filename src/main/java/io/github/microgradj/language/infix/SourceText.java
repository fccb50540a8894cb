package io.github.microgradj.language.infix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A rewritten version of the user's text. Each of its characters maps to a range of the user's text: an original
 * character maps to itself, and an inserted one to the expression that caused the insertion. The position of an error
 * can therefore be converted to a position in the user's text.
 */
final class SourceText {
    /**
     * A replacement, or an insertion if {@code from == to}. All indices refer to the text before the change.
     *
     * @param from the index of the first character to replace
     * @param to the index after the last character to replace
     * @param with the new characters
     * @param start the index of the first character to mark for an error in the new characters
     * @param position the index of the character that the caret points at
     * @param end the index after the last character to mark
     */
    record Change(int from, int to, String with, int start, int position, int end) {}

    private final String text;
    private final int[] start;
    private final int[] position;
    private final int[] end;

    private SourceText(String text, int[] start, int[] position, int[] end) {
        this.text = text;
        this.start = start;
        this.position = position;
        this.end = end;
    }

    /** Returns the user's text without changes. */
    static SourceText of(String text) {
        int[] start = new int[text.length()];
        int[] end = new int[text.length()];
        for (int i = 0; i < start.length; i++) {
            start[i] = i;
            end[i] = i + 1;
        }
        return new SourceText(text, start, start, end);
    }

    String text() {
        return text;
    }

    /**
     * Returns the text with the given changes, which must not overlap. Changes at the same index are applied in list
     * order.
     */
    SourceText with(List<Change> changes) {
        List<Change> sorted = new ArrayList<>(changes);
        sorted.sort(Comparator.comparingInt(Change::from));
        Builder builder = new Builder();
        int copied = 0;
        for (Change change : sorted) {
            builder.copy(copied, change.from());
            builder.put(change);
            copied = change.to();
        }
        builder.copy(copied, text.length());
        return builder.build();
    }

    /** Returns an error found in this text, with its positions converted to positions in the user's text. */
    Diagnostic original(Diagnostic fault) {
        int first = at(start, fault.start());
        int last = fault.end() <= fault.start() ? first : at(end, fault.end() - 1);
        return new Diagnostic(fault.code(), fault.message(), first, at(position, fault.position()), last);
    }

    /**
     * Returns the position in the user's text for an index in this text. An index after the last character maps to the
     * end of the user's text.
     */
    private int at(int[] places, int index) {
        if (index >= 0 && index < text.length()) {
            return places[index];
        }
        return index < 0 || text.isEmpty() ? 0 : end[text.length() - 1];
    }

    /** Returns whether the character at the given index was inserted to replace an operator. */
    boolean isInserted(int index) {
        return index < text.length() && end[index] - start[index] > 1;
    }

    /** A builder of source text that records the position of each character in the user's text. */
    private final class Builder {
        private final StringBuilder characters = new StringBuilder();
        private final List<int[]> places = new ArrayList<>();

        void copy(int from, int to) {
            characters.append(text, from, to);
            for (int i = from; i < to; i++) {
                places.add(new int[] {start[i], position[i], end[i]});
            }
        }

        void put(Change change) {
            characters.append(change.with());
            int[] place = {start[change.start()], position[change.position()], end[change.end() - 1]};
            for (int i = 0; i < change.with().length(); i++) {
                places.add(place);
            }
        }

        SourceText build() {
            return new SourceText(characters.toString(), column(0), column(1), column(2));
        }

        private int[] column(int index) {
            return places.stream().mapToInt(place -> place[index]).toArray();
        }
    }
}
