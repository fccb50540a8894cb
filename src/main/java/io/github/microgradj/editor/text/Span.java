package io.github.microgradj.editor.text;

/**
 * A piece of a text and what it is.
 *
 * @param start the index of its first character
 * @param end the index after its last one
 */
public record Span(int start, int end, Kind kind) {
    /** What a piece of text is; a theme has a colour for each. */
    public enum Kind {
        KEYWORD,
        TYPE,
        NUMBER,
        STRING,
        COMMENT,
        /** A colon and the name of a command. */
        COMMAND,
        OPTION,
        /** A command or an option that does not exist, a bracket without a partner. */
        UNKNOWN,
        /** The bracket at the cursor and its partner. */
        BRACKET,
        /** The parameter of a signature that the cursor is at. */
        PARAMETER
    }
}
