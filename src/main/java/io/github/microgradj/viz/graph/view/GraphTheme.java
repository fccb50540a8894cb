package io.github.microgradj.viz.graph.view;

import java.util.Locale;

/** The colours of a graph. */
public enum GraphTheme {
    /** Dark lines on white. */
    LIGHT,
    /** Light lines on black. */
    DARK;

    /** Returns the name as the user types it in a command. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
