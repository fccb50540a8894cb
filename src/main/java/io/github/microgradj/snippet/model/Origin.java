package io.github.microgradj.snippet.model;

/**
 * The origin of a snippet.
 *
 * @param text the snippet as the user wrote it
 * @param file the script; empty for typed input
 * @param line the line number in the script at which the snippet starts, counting from 1; 1 for typed input
 */
public record Origin(String text, String file, int line) {
    /** Returns the origin of typed input, or of an expression in a command. */
    public static Origin typed(String text) {
        return new Origin(text, "", 1);
    }
}
