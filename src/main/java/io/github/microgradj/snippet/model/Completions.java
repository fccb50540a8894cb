package io.github.microgradj.snippet.model;

import java.util.List;

/**
 * The completions at the cursor, most likely first.
 *
 * @param anchor the index in the text at which a suggestion is inserted
 * @param suggestions the possible completions
 */
public record Completions(int anchor, List<Suggestion> suggestions) {
    /**
     * One completion.
     *
     * @param continuation the text to insert: a name, followed by {@code (} or {@code ()} if it is the name of a method
     * @param type the type of its value, without package names; {@code ...} if it depends on the arguments; empty if it
     *      is unknown
     * @param summary a line of documentation; may be empty
     */
    public record Suggestion(String continuation, String type, String summary) {}

    /** Returns the strings to insert, without their types and summaries. */
    public List<String> continuations() {
        return suggestions.stream().map(Suggestion::continuation).toList();
    }
}
