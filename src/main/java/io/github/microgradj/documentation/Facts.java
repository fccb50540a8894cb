package io.github.microgradj.documentation;

/**
 * The type and the summary of a name, for display on one line.
 *
 * @param type the type of its value, without package names; {@code ...} if it depends on the arguments
 * @param summary the first sentence of its documentation; may be empty
 */
public record Facts(String type, String summary) {
    /** The facts for an unknown name. */
    public static final Facts NONE = new Facts("", "");
}
