package io.github.microgradj.documentation;

/**
 * What is known about a name, short enough for one line.
 *
 * @param type the type of its value, without packages; {@code ...} if it depends on the arguments
 * @param summary the first sentence of its documentation; may be empty
 */
public record Facts(String type, String summary) {
    /** The facts about a name of which nothing is known. */
    public static final Facts NONE = new Facts("", "");
}
