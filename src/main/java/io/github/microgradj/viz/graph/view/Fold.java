package io.github.microgradj.viz.graph.view;

import java.util.Locale;

/** The part of a network that becomes one node of a folded graph. */
public enum Fold {
    /** Each neuron of a network. */
    NEURON,
    /** Each layer of a network. */
    LAYER;

    /** Returns the name as the user types it in a command. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
