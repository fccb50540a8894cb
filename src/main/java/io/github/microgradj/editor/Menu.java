package io.github.microgradj.editor;

import io.github.microgradj.editor.Host.Choice;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;

/**
 * The rows of the completion menu. If the candidates have notes, each row has one candidate with its note. Otherwise,
 * each row has as many candidates as fit.
 */
final class Menu {
    private static final String GAP = "  ";
    /** The minimum width of a note. If there is less space, no notes are shown. */
    private static final int SHORTEST_NOTE = 8;

    private Menu() {}

    static List<String> rows(List<Choice> choices, int width, UnaryOperator<String> dimmed) {
        int wordWidth =
                choices.stream().mapToInt(each -> columns(each.word())).max().orElse(0);
        int noteWidth = width - 1 - wordWidth - GAP.length();
        boolean noted = noteWidth >= SHORTEST_NOTE
                && choices.stream().anyMatch(each -> !each.note().isEmpty());
        return choices.stream()
                .map(each -> noted ? row(each, wordWidth, noteWidth, dimmed) : each.word())
                .toList();
    }

    private static String row(Choice choice, int wordWidth, int noteWidth, UnaryOperator<String> dimmed) {
        if (choice.note().isEmpty()) {
            return choice.word();
        }
        String blanks = " ".repeat(wordWidth - columns(choice.word()));
        return choice.word() + blanks + GAP + dimmed.apply(cut(choice.note(), noteWidth));
    }

    /** Returns the text, cut to the given width with an ellipsis if it is too long. */
    static String cut(String note, int width) {
        return columns(note) <= width ? note : new AttributedString(note).columnSubSequence(0, width - 1) + "\u2026";
    }

    /**
     * Returns the rows that fit. If some rows do not fit, the last of the returned rows gives the total number of rows.
     */
    static List<AttributedString> first(List<AttributedString> rows, int room, int width) {
        if (rows.size() <= room) {
            return rows;
        }
        int shown = room - 1;
        String summary = "rows 1 to " + shown + " of " + rows.size()
                + "; type more to narrow the list, or Tab to step through it";
        return Stream.concat(rows.stream().limit(shown), Stream.of(new AttributedString(cut(summary, width - 1))))
                .toList();
    }

    private static int columns(String text) {
        return new AttributedString(text).columnLength();
    }
}
