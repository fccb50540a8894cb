package io.github.microgradj.viz.terminal;

/** A line of coloured text, built with as few escape sequences as possible. */
public final class StyledLine {
    private final StringBuilder text = new StringBuilder();
    private String selected = "";

    /** Creates an empty line. */
    public StyledLine() {}

    /**
     * Appends a character.
     *
     * @param style the parameters of the escape sequence that selects its colours; empty if it has none
     * @param character the code point
     */
    public void append(String style, int character) {
        if (!style.equals(selected)) {
            boolean replaced = selected.isEmpty() || (isColor(selected) && isColor(style));
            text.append(replaced ? "\033[" : style.isEmpty() ? "\033[0" : "\033[0;")
                    .append(style)
                    .append('m');
            selected = style;
        }
        text.appendCodePoint(character);
    }

    /**
     * Returns whether a style is a colour. A new colour replaces the old one, whereas bold and dim stay on until they
     * are reset.
     */
    private static boolean isColor(String style) {
        return !style.isEmpty() && !style.startsWith("1") && !style.startsWith("2");
    }

    /** Appends a space in the current style. */
    public void blank() {
        text.append(' ');
    }

    /**
     * Appends text.
     *
     * @param style the parameters of the escape sequence that selects its colours; empty if it has none
     * @param characters the text
     */
    public void append(String style, String characters) {
        characters.codePoints().forEach(c -> append(style, c));
    }

    /** Returns the line, with its style reset at the end. */
    public String end() {
        return selected.isEmpty() ? text.toString() : text.append("\033[0m").toString();
    }
}
