package io.github.microgradj.snippet.runtime;

import java.util.Arrays;
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
 * The methods that the rewritten bytecode of every snippet calls. A check at each method entry and each backward branch
 * allows Ctrl-C to end even loops that never sleep or wait. A replacement for {@code System.exit} closes the shell
 * properly. The class is public because the classes of snippets call it.
 *
 * <p>{@link StopCheckWeaver} rewrites the class files of snippets before they are loaded. For example,
 *
 * <pre>{@code
 * while (true) { n++; }
 * }</pre>
 *
 * runs as
 *
 * <pre>{@code
 * while (true) { n++; StopCheck.check(); }
 * }</pre>
 *
 * <p>A stop consists of these steps:
 * <ol>
 * <li>On Ctrl-C, {@link SnippetThread} calls {@link #requestStop} and interrupts its thread, which ends any sleeping
 *      and waiting.
 * <li>The next check on that thread throws {@link SnippetStopped}. Checks on worker threads of the common pool throw
 *      it, too, because the workers may run parts of the snippet's parallel streams. The stop remains in force until
 *      the snippet ends, so a loop that catches the error is stopped by its next check.
 * <li>{@link #awaitParts} waits for the parts of parallel streams to end.
 * <li>A thread that is stuck in a library, where there are no checks, is abandoned. The next snippet runs on another
 *      thread, and the abandoned thread ends at its next check.
 * </ol>
 */
public final class StopCheck {
    /**
     * The threads that must stop, and the error that unwinds them.
     *
     * @param threads returns whether the given thread must stop
     * @param unwinding creates the error
     */
    private record Order(Predicate<Thread> threads, Supplier<Unwinding> unwinding) {}

    /** How long the parts of a parallel stream may take to respond to a stop before the next snippet runs. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private static final Set<Thread> ABANDONED = ConcurrentHashMap.newKeySet();

    /**
     * The current order to stop. It is kept until the snippet has ended, so that code that catches the error still
     * stops.
     */
    private static volatile @Nullable Order order;

    /** The thread that is running a snippet; null if there is none. */
    private static volatile @Nullable Thread running;

    private StopCheck() {}

    /** Throws an error if the current thread must stop. */
    public static void check() {
        Order current = order;
        if (current != null && current.threads.test(Thread.currentThread())) {
            if (Thread.currentThread() instanceof ForkJoinWorkerThread worker) {
                ABANDONED.remove(worker); // The pool reuses this thread, even for later snippets.
            }
            throw current.unwinding.get();
        }
    }

    /**
     * Replaces {@code System.exit}. On the snippet thread and on workers of the common pool, throws an error that
     * unwinds the snippet, so that the shell can close the session first. On any other thread, exits immediately,
     * because an executor would swallow the error.
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

    /** Replaces {@link Runtime#exit} and {@link Runtime#halt}. The receiver, always the same object, is ignored. */
    public static void exit(Runtime runtime, int status) {
        exit(status);
    }

    /** Returns whether a thread runs the snippet or may run a part of its parallel streams. */
    private static boolean concerns(@Nullable Thread snippets, Thread thread) {
        return thread == snippets || thread instanceof ForkJoinWorkerThread;
    }

    /**
     * Stops the task on the snippet thread and the parts of its parallel streams, but not other threads that the user's
     * code has started.
     */
    static void requestStop(Thread snippets) {
        order = new Order(
                thread -> concerns(snippets, thread) || ABANDONED.contains(thread), () -> new SnippetStopped(""));
    }

    /**
     * Waits, for at most two seconds, until no part of a stopped parallel stream is running or queued in the pool. The
     * stream itself does not wait: it throws as soon as one part throws. A sleeping part is not awaited, but ends when
     * it wakes up.
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

    /** Returns the pool workers that have snippet code on their stack. */
    private static Stream<Thread> partsOfSnippets() {
        return Stream.of(threads())
                .filter(ForkJoinWorkerThread.class::isInstance)
                .filter(worker -> Stream.of(worker.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().startsWith("REPL.")));
    }

    /**
     * Returns all threads. {@code Thread.getAllStackTraces} would take a millisecond longer, because it also collects
     * stack traces.
     */
    private static Thread[] threads() {
        ThreadGroup all = Thread.currentThread().getThreadGroup();
        for (ThreadGroup above = all; above != null; above = above.getParent()) {
            all = above;
        }
        Thread[] threads = new Thread[2 * all.activeCount() + 16];
        return Arrays.copyOf(threads, all.enumerate(threads));
    }

    /** Sets the thread that runs a snippet from now on, or null if there is none. */
    static void running(@Nullable Thread snippets) {
        running = snippets;
    }

    static void clear() {
        order = ABANDONED.isEmpty() ? null : new Order(ABANDONED::contains, () -> new SnippetStopped(""));
    }

    /** Ensures that a thread that is stuck in a library ends if the library ever returns. */
    static void abandon(Thread thread) {
        ABANDONED.add(thread);
    }

    /** Records that a thread has ended. */
    static void ended(Thread thread) {
        ABANDONED.remove(thread);
    }

    /** An error without a stack trace. It is used for control flow and is thrown from hot loops. */
    @SuppressWarnings("serial") // Never serialized.
    abstract static sealed class Unwinding extends Error {
        Unwinding() {
            super(null, null, false, false);
        }
    }

    /** The error that unwinds a stopped snippet. */
    @SuppressWarnings("serial") // Never serialized.
    public static final class SnippetStopped extends Unwinding {
        /** The library method that ignored the stop and was abandoned, or empty if there is none. */
        public final String stuckIn;

        SnippetStopped(String stuckIn) {
            this.stuckIn = stuckIn;
        }
    }

    /** The error that unwinds a snippet that called {@code System.exit}. */
    @SuppressWarnings("serial") // Never serialized.
    public static final class SnippetExit extends Unwinding {
        public final int status;

        SnippetExit(int status) {
            this.status = status;
        }
    }
}
