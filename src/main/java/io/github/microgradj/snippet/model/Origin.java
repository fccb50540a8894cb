package io.github.microgradj.snippet.model;

/**
 * Where a snippet was written.
 *
 * @param text the snippet as the user wrote it
 * @param file the script it is from; empty for what was typed
 * @param line the line of the script on which it begins, from 1; 1 for what was typed
 */
public record Origin(String text, String file, int line) {
    /** What was typed, or is an expression that a command was given. */
    public static Origin typed(String text) {
        return new Origin(text, "", 1);
    }
}
