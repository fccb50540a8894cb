package io.github.microgradj.snippet.runtime;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is woven into every snippet: a check at each method entry and each backward branch, so that Ctrl-C ends loops that
 * neither sleep nor return, and an exit that ends the shell in good order. Public because snippet classes call it.
 */
public final class StopCheck {
    /**
     * Whom the checks concern, and what they throw.
     *
     * @param threads whether a thread is to end
     * @param unwinding what ends it
     */
    private record Order(Predicate<Thread> threads, Supplier<Unwinding> unwinding) {}

    /** How long the parts of a parallel stream have to heed a stop before the next snippet may run. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private static final Set<Thread> ABANDONED = ConcurrentHashMap.newKeySet();

    /** Stays until the snippet has ended, so that no catch block outlasts it. */
    private static volatile @Nullable Order order;

    /** The thread that runs a snippet, while it does. */
    private static volatile @Nullable Thread running;

    private StopCheck() {}

    /** Throws if the running snippet is to end. */
    public static void check() {
        Order current = order;
        if (current != null && current.threads.test(Thread.currentThread())) {
            if (Thread.currentThread() instanceof ForkJoinWorkerThread worker) {
                ABANDONED.remove(worker); // Its pool goes on with it, for later snippets too.
            }
            throw current.unwinding.get();
        }
    }

    /**
     * Stands in for {@code System.exit}. A snippet is unwound, so that the shell can close the session first. A thread of the user's
     * own exits at once: a pool would swallow what unwinds it.
     */
    public static void exit(int status) {
        check();
        Thread snippets = running;
        if (snippets == null || !concerns(snippets, Thread.currentThread())) {
            System.exit(status);
        }
        order = new Order(thread -> concerns(snippets, thread), () -> new SnippetExit(status));
        check();
    }

    /** Stands in for {@code exit} and {@code halt} of a {@link Runtime}, of which there is one. */
    public static void exit(Runtime runtime, int status) {
        exit(status);
    }

    /** Whether a thread runs the snippet, or may run a part of its parallel streams. */
    private static boolean concerns(@Nullable Thread snippets, Thread thread) {
        return thread == snippets || thread instanceof ForkJoinWorkerThread;
    }

    /** Ends what runs on the thread of the snippets, and the parts of parallel streams, but not threads of the user's own. */
    static void requestStop(Thread snippets) {
        order = new Order(
                thread -> concerns(snippets, thread) || ABANDONED.contains(thread), () -> new SnippetStopped(""));
    }

    /**
     * Waits until the parts of a stopped parallel stream have ended. The stream itself does not wait: it throws as soon as one part
     * does, while others still run or are queued in the pool. A part that is asleep ends when it wakes.
     */
    static void awaitParts() {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (isPartRunning() && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        partsOfSnippets().forEach(ABANDONED::add);
    }

    private static boolean isPartRunning() {
        return ForkJoinPool.commonPool().hasQueuedSubmissions()
                || ForkJoinPool.commonPool().getQueuedTaskCount() > 0
                || partsOfSnippets().anyMatch(worker -> worker.getState() == Thread.State.RUNNABLE);
    }

    /** The workers of pools that have code of snippets on their stack. */
    private static Stream<Thread> partsOfSnippets() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(entry -> entry.getKey() instanceof ForkJoinWorkerThread)
                .filter(entry -> Stream.of(entry.getValue())
                        .anyMatch(frame -> frame.getClassName().startsWith("REPL.")))
                .map(Map.Entry::getKey);
    }

    /** Says which thread runs a snippet from now on, or that none does. */
    static void running(@Nullable Thread snippets) {
        running = snippets;
    }

    static void clear() {
        order = ABANDONED.isEmpty() ? null : new Order(ABANDONED::contains, () -> new SnippetStopped(""));
    }

    /** Ends a thread when it comes back from the library it is stuck in, if it ever does. */
    static void abandon(Thread thread) {
        ABANDONED.add(thread);
    }

    /** Says that a thread has ended. */
    static void ended(Thread thread) {
        ABANDONED.remove(thread);
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
    public static final class SnippetStopped extends Unwinding {
        /** The method of a library that did not listen and was abandoned, or empty. */
        public final String stuckIn;

        SnippetStopped(String stuckIn) {
            this.stuckIn = stuckIn;
        }
    }

    /** Unwinds a snippet that called {@code System.exit}. */
    @SuppressWarnings("serial") // never serialized
    public static final class SnippetExit extends Unwinding {
        public final int status;

        SnippetExit(int status) {
            this.status = status;
        }
    }
}
