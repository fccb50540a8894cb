package io.github.microgradj.editor.screen;

/**
 * A cell of the screen: one column of a row.
 *
 * @param text a character and its combining characters; empty for the right half of a wide character
 * @param style the style, encoded as in {@link Style}
 */
public record Cell(String text, int style) {
    static Cell blank(int style) {
        return new Cell(" ", Style.background(style));
    }

    boolean isRightHalf() {
        return text.isEmpty();
    }
}
