package io.github.microgradj.language.python.syntax;

/**
 * A part of the user's text.
 *
 * @param start the index of its first character
 * @param end the index after its last character
 */
public record TextSpan(int start, int end) {
    /** Returns the span from the start of this one to the end of another. */
    TextSpan to(TextSpan last) {
        return new TextSpan(start, last.end);
    }

    /** Returns this part of the text. */
    public String of(String text) {
        return text.substring(start, end);
    }
}
