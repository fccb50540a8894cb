package io.github.microgradj.session;

import java.util.ArrayList;
import java.util.List;

/** The Java form of the code that ran last: typed or pasted input, a cell, or a snippet in a script. */
final class LastJava {
    private final List<String> java = new ArrayList<>();
    private boolean ended = true;

    /** Begins the next input or snippet. The Java of the previous one remains until new Java is added. */
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
