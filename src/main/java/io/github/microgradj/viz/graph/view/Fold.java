package io.github.microgradj.viz.graph.view;

import java.util.Locale;

/** What becomes one node of the picture of a graph. */
public enum Fold {
    /** Each neuron of a network. */
    NEURON,
    /** Each layer of a network. */
    LAYER;

    /** As one types it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
