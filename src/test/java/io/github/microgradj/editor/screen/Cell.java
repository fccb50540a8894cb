package io.github.microgradj.editor.screen;

/**
 * What stands in a column of a row.
 *
 * @param text a character with what combines with it; the right half of a wide one is empty
 * @param style how it looks, as {@link Style} writes it
 */
public record Cell(String text, int style) {
    static Cell blank(int style) {
        return new Cell(" ", Style.background(style));
    }

    boolean isRightHalf() {
        return text.isEmpty();
    }
}
