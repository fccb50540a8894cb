package io.github.microgradj.editor;

import java.util.Optional;
import org.jline.reader.History;

/** The way through the history by the arrows: only to what begins as was typed. */
final class PrefixHistorySearch {
    /** What the user had typed before going up into the history, and what the history has put in its place. */
    private String typed = "";

    private String recalled = "";

    /** The next older or newer snippet, or at last what was typed; empty if there is none. */
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
