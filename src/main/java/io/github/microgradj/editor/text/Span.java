package io.github.microgradj.editor.text;

/**
 * A range of text and its kind.
 *
 * @param start the index of its first character
 * @param end the index after its last character
 * @param kind the kind of text
 */
public record Span(int start, int end, Kind kind) {
    /** The kinds of ranges. A theme has a colour for each kind. */
    public enum Kind {
        KEYWORD,
        TYPE,
        NUMBER,
        STRING,
        COMMENT,
        /** A colon and the name of a command. */
        COMMAND,
        OPTION,
        /** A command or an option that does not exist, or a bracket without a partner. */
        UNKNOWN,
        /** The bracket at the cursor and its partner. */
        BRACKET,
        /** The parameter of a signature at the cursor. */
        PARAMETER
    }
}
