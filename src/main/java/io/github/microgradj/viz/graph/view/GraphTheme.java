package io.github.microgradj.viz.graph.view;

import java.util.Locale;

/** The colours of the picture of a graph. */
public enum GraphTheme {
    /** Dark lines on white. */
    LIGHT,
    /** Light lines on black. */
    DARK;

    /** As one types it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
