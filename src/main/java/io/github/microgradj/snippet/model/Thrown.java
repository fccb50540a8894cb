package io.github.microgradj.snippet.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Safe access to the details of an exception. A user-defined exception may override the accessors and throw from them.
 */
public final class Thrown {
    private static final int MOST_CAUSES = 20;

    private Thrown() {}

    /**
     * Returns the message of the exception, or an empty string if it has none. If the accessor throws, returns a note
     * that says so.
     */
    public static String message(Throwable thrown) {
        try {
            return Objects.requireNonNullElse(thrown.getMessage(), "");
        } catch (RuntimeException | Error e) {
            return "(its getMessage threw " + e.getClass().getSimpleName() + ")";
        }
    }

    /**
     * Returns the stack trace, innermost frame first. The array is empty if HotSpot omits the stack trace, as it does
     * for exceptions in hot loops, or if the accessor throws.
     */
    public static StackTraceElement[] frames(Throwable thrown) {
        try {
            return thrown.getStackTrace();
        } catch (RuntimeException | Error e) {
            return new StackTraceElement[0];
        }
    }

    /** Returns the exception and its causes, outermost first. */
    public static List<Throwable> chain(Throwable thrown) {
        Set<Throwable> chain = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> inOrder = new ArrayList<>();
        for (Throwable next = thrown;
                next != null && chain.add(next) && inOrder.size() < MOST_CAUSES;
                next = cause(next)) {
            inOrder.add(next);
        }
        return inOrder;
    }

    private static @Nullable Throwable cause(Throwable thrown) {
        try {
            return thrown.getCause();
        } catch (RuntimeException | Error e) {
            return null;
        }
    }
}
