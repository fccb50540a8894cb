package io.github.microgradj.snippet.model;

import java.util.List;

/**
 * What may be typed at the cursor, the likeliest first.
 *
 * @param anchor the index in the text from which it replaces what is there
 * @param suggestions what may stand there
 */
public record Completions(int anchor, List<Suggestion> suggestions) {
    /**
     * One of them.
     *
     * @param continuation what is typed: a name, with a parenthesis if it is a method
     * @param type what it gives, without packages; {@code ...} if that depends on the arguments, empty if it is unknown
     * @param summary a line of documentation; may be empty
     */
    public record Suggestion(String continuation, String type, String summary) {}

    /** What may be typed, without what is known of it. */
    public List<String> continuations() {
        return suggestions.stream().map(Suggestion::continuation).toList();
    }
}
