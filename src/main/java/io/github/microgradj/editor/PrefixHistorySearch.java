package io.github.microgradj.editor;

import java.util.Optional;
import org.jline.reader.History;

/** The history search of the arrow keys. It visits only the entries that start with the typed text. */
final class PrefixHistorySearch {
    /** The text that the user typed before the search. {@link #recalled} is the entry that replaced it. */
    private String typed = "";

    private String recalled = "";

    /**
     * Returns the next older or newer matching entry. After the newest one, returns the typed text. Returns empty if
     * there is nothing further in the given direction.
     */
    Optional<String> next(History history, String shown, int step) {
        if (!shown.equals(recalled)) {
            typed = shown;
            history.moveToEnd();
        }
        for (int i = history.index() + step; i >= history.first() && i <= history.last(); i += step) {
            String entry = history.get(i);
            if (entry.startsWith(typed) && !entry.equals(shown)) {
                history.moveTo(i);
                recalled = entry;
                return Optional.of(entry);
            }
        }
        if (step < 0 || shown.equals(typed)) {
            return Optional.empty();
        }
        history.moveToEnd();
        recalled = typed;
        return Optional.of(typed);
    }
}
