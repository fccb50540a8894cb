package io.github.microgradj.session;

import java.util.ArrayList;
import java.util.List;

/** The Java of what ran last: of an input that was typed or pasted, of a cell, or of a snippet of a script. */
final class LastJava {
    private final List<String> java = new ArrayList<>();
    private boolean ended = true;

    /** Begins what runs next. Until something has run, the Java remains that of what ran before. */
    void begin() {
        ended = true;
    }

    void add(List<String> snippets) {
        if (ended) {
            java.clear();
            ended = false;
        }
        java.addAll(snippets);
    }

    String text() {
        return String.join("\n", java);
    }
}
