package io.github.microgradj.editor;

import java.util.Optional;
import org.jline.reader.History;

/** The history navigation by arrow keys. It visits only entries that start with the typed text. */
final class PrefixHistorySearch {
    /** The text that was typed before the search. Another field has the text from the history that replaced it. */
    private String typed = "";

    private String recalled = "";

    /** Returns the next older or newer snippet, or the typed text after the newest; empty if there is none. */
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
