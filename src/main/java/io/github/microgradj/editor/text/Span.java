package io.github.microgradj.editor.text;

/**
 * A range of characters, with a kind that determines its colour.
 *
 * @param start the index of the first character
 * @param end the index after the last character
 * @param kind the kind of text
 */
public record Span(int start, int end, Kind kind) {
    /** The kinds of spans. A theme has a colour for each kind. */
    public enum Kind {
        KEYWORD,
        TYPE,
        NUMBER,
        STRING,
        COMMENT,
        /** A colon and the name of a command. */
        COMMAND,
        OPTION,
        /** An unknown command or option, or a bracket without a match. */
        UNKNOWN,
        /** The bracket at the cursor and the bracket that matches it. */
        BRACKET,
        /** The parameter at the cursor, in the signature of a method. */
        PARAMETER
    }
}
