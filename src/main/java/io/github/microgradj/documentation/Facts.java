package io.github.microgradj.documentation;

/**
 * What fits into a line about a name.
 *
 * @param type what it gives, without packages; {@code ...} if that depends on the arguments
 * @param summary the first sentence of its documentation; may be empty
 */
public record Facts(String type, String summary) {
    /** Nothing is known. */
    public static final Facts NONE = new Facts("", "");
}
