package io.github.microgradj.language.python;

/**
 * A part of the user's text.
 *
 * @param start the index of its first character
 * @param end the index after its last character
 */
public record Span(int start, int end) {
    /** Returns the text from the start of this span to the end of another. */
    Span to(Span last) {
        return new Span(start, last.end);
    }

    String of(String text) {
        return text.substring(start, end);
    }
}
