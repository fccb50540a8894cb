package io.github.microgradj.shell.snippet;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is woven into every snippet: a check at each method entry and each backward branch, so that Ctrl-C ends loops that
 * neither sleep nor return, and an exit that ends the shell in good order. Public because snippet classes call it.
 */
public final class StopCheck {
    /** What every check throws; it stays until the snippet has ended, so that no catch block outlasts it. */
    private static volatile @Nullable Supplier<Unwinding> pending;

    private StopCheck() {}

    /** Throws if the running snippet is to end. */
    public static void check() {
        Supplier<Unwinding> unwinding = pending;
        if (unwinding != null) {
            throw unwinding.get();
        }
    }

    /** Stands in for {@code System.exit}. */
    public static void exit(int status) {
        pending = () -> new SnippetExit(status);
        check();
    }

    static void requestStop() {
        pending = SnippetStopped::new;
    }

    static void clear() {
        pending = null;
    }

    /** An error without a stack trace: it is control flow, and is thrown from hot loops. */
    @SuppressWarnings("serial") // never serialized
    abstract static sealed class Unwinding extends Error {
        Unwinding() {
            super(null, null, false, false);
        }
    }

    /** Unwinds a snippet that was asked to stop. */
    @SuppressWarnings("serial") // never serialized
    static final class SnippetStopped extends Unwinding {}

    /** Unwinds a snippet that called {@code System.exit}. */
    @SuppressWarnings("serial") // never serialized
    static final class SnippetExit extends Unwinding {
        final int status;

        SnippetExit(int status) {
            this.status = status;
        }
    }
}
