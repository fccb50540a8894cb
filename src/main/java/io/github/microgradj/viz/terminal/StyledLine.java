package io.github.microgradj.viz.terminal;

/** A line of text that changes colours no more often than needed. */
public final class StyledLine {
    private final StringBuilder text = new StringBuilder();
    private String selected = "";

    /** Makes an empty line. */
    public StyledLine() {}

    /**
     * Adds a character.
     *
     * @param style the parameters of the escape sequence that selects its colours; empty for none
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

    /** A colour takes the place of another; bold and dim stay until they are taken back. */
    private static boolean isColor(String style) {
        return !style.isEmpty() && !style.startsWith("1") && !style.startsWith("2");
    }

    /** Adds a space, whatever the style. */
    public void blank() {
        text.append(' ');
    }

    /** Appends characters in a style, the SGR parameters of its colours. */
    public void append(String style, String characters) {
        characters.codePoints().forEach(c -> append(style, c));
    }

    /** Returns the line, back in the ordinary colours at its end. */
    public String end() {
        return selected.isEmpty() ? text.toString() : text.append("\033[0m").toString();
    }
}
