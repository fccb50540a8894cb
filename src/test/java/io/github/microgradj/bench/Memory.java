package io.github.microgradj.bench;

import io.github.microgradj.engine.Value;
import java.lang.ref.Reference;
import java.util.Locale;

/** A measurement of the heap that a graph of a million nodes takes, before and after a backward pass. */
final class Memory {
    private static final int NODES = 1_000_000;

    private Memory() {}

    /** Returns a sentence with the bytes per node. */
    static String perNode() {
        long before = used();
        Value leaf = new Value(1);
        Value root = leaf;
        for (int i = 1; i < NODES; i++) {
            root = root.add(leaf);
        }
        try {
            double built = (used() - before) / (double) NODES;
            root.backward();
            double after = (used() - before) / (double) NODES;
            return String.format(
                    Locale.ROOT, "A node takes %.1f bytes of the heap, and %.1f after a backward pass.", built, after);
        } finally {
            Reference.reachabilityFence(root);
        }
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
