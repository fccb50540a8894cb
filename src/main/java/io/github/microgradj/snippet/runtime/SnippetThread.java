package io.github.microgradj.snippet.runtime;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The one thread on which snippets and commands run; it can be stopped, and replaced when it does not listen. */
public final class SnippetThread {
    /** How long stopped work may go on, for instance inside a library, before it is abandoned. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final ClassLoader loader;
    /** What snippets start is in it, too. */
    private final ThreadGroup group = new ThreadGroup("snippets");

    private ExecutorService executor;
    private volatile Thread current;
    private volatile boolean running;
    private volatile boolean stopping;

    public SnippetThread(ClassLoader loader) {
        this.loader = loader;
        this.current = Thread.currentThread();
        this.executor = Executors.newSingleThreadExecutor(this::newThread);
    }

    /** No daemon, nor are the threads that snippets start: a script waits for them, as a program does. */
    private Thread newThread(Runnable work) {
        Thread thread = new Own(group, () -> {
            try {
                work.run();
            } finally {
                StopCheck.ended(Thread.currentThread());
            }
        });
        thread.setDaemon(false);
        thread.setContextClassLoader(loader);
        current = thread;
        return thread;
    }

    /**
     * Runs work on the thread and waits for it. What a snippet returns after it was asked to stop counts as stopped; a
     * command that heeds the stop may have a result nevertheless.
     *
     * @throws StopCheck.SnippetStopped if the work was stopped
     * @throws ExecutionException with whatever else the work threw
     */
    public <T> T run(Callable<T> work, boolean snippet) throws ExecutionException {
        begin();
        try {
            T result = await(executor.submit(() -> begun(work)));
            if (snippet) {
                throwIfStopping();
            }
            return result;
        } catch (ExecutionException e) {
            throwIfStopping();
            throw e;
        } finally {
            if (stopping) {
                StopCheck.awaitParts();
            }
            end();
        }
    }

    /** One on which snippets run. */
    private static final class Own extends Thread {
        Own(ThreadGroup group, Runnable work) {
            super(group, work, "snippets");
        }
    }

    /** Waits until no thread runs that a snippet has started, daemons aside. */
    public void awaitStarted() throws InterruptedException {
        for (Optional<Thread> started = started(); started.isPresent(); started = started()) {
            started.get().join();
        }
    }

    private Optional<Thread> started() {
        Thread[] threads = new Thread[2 * group.activeCount() + 1];
        return Arrays.stream(threads, 0, group.enumerate(threads))
                .filter(thread -> !thread.isDaemon() && !(thread instanceof Own))
                .findFirst();
    }

    /** Whether this is the thread, and no other of the user's. */
    public boolean isCurrent() {
        return Thread.currentThread() == current;
    }

    /** A pool clears the interrupt of a thread that has not begun yet. */
    private <T> T begun(Callable<T> work) throws Exception {
        throwIfStopping();
        StopCheck.running(Thread.currentThread());
        return work.call();
    }

    private void throwIfStopping() {
        if (stopping) {
            throw new StopCheck.SnippetStopped("");
        }
    }

    private <T> T await(Future<T> future) throws ExecutionException {
        long deadline = 0;
        while (true) {
            try {
                return future.get(20, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                deadline = stopping && deadline == 0 ? System.nanoTime() + PATIENCE_NANOS : deadline;
                if (deadline != 0 && System.nanoTime() - deadline > 0) {
                    throw abandoned();
                }
            } catch (InterruptedException e) {
                stop();
            }
        }
    }

    /** Leaves the thread to the library that holds it, and takes a new one. */
    private StopCheck.SnippetStopped abandoned() {
        Thread stuck = current;
        StackTraceElement[] frames = stuck.getStackTrace();
        StopCheck.abandon(stuck);
        executor.shutdownNow();
        executor = Executors.newSingleThreadExecutor(this::newThread);
        return new StopCheck.SnippetStopped(
                frames.length == 0 ? "a library" : frames[0].getClassName() + "." + frames[0].getMethodName());
    }

    /** A stop that was asked for before the work began, while it was compiled, keeps it from beginning. */
    private synchronized void begin() {
        throwIfStopping();
        StopCheck.clear();
        running = true;
    }

    /** Forgets a stop that came too late for the work before. */
    public synchronized void arm() {
        stopping = false;
    }

    /** Whether the work heeded a stop or not, the stop was meant for it alone. */
    private synchronized void end() {
        running = false;
        stopping = false;
        StopCheck.running(null);
        StopCheck.clear();
    }

    /** Asks the running work to stop, or the next to begin until {@link #arm}. */
    public synchronized void stop() {
        stopping = true;
        if (running) {
            StopCheck.requestStop(current);
            current.interrupt();
        }
    }

    /** Ends the thread when it has run what was submitted: it keeps the classes of its snippets, and their objects, in memory. */
    public void close() {
        executor.shutdown();
    }
}
