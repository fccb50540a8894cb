package io.github.microgradj.snippet.runtime;

import org.jspecify.annotations.Nullable;

/** A one-time transfer of an object from a command to a snippet. The class is public because snippets call it. */
public final class ObjectTransfer {
    private static @Nullable Object object;

    private ObjectTransfer() {}

    public static synchronized void put(@Nullable Object handed) {
        object = handed;
    }

    /** Returns the stored object and removes it, so each object can be taken only once. */
    public static synchronized @Nullable Object take() {
        Object taken = object;
        object = null;
        return taken;
    }
}
