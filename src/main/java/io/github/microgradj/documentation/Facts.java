package io.github.microgradj.documentation;

/**
 * The facts about a name that fit on one line.
 *
 * @param type the type of its value, without packages; {@code ...} if it depends on the arguments
 * @param summary the first sentence of its documentation; may be empty
 */
public record Facts(String type, String summary) {
    /** No facts. */
    public static final Facts NONE = new Facts("", "");
}
