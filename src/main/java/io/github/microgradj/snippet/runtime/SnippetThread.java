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

/**
 * The single thread that runs snippets and commands. It can be stopped. If it does not respond to a stop, another
 * thread replaces it.
 */
public final class SnippetThread {
    /** How long code may continue after a stop, for example inside a library, before its thread is abandoned. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final ClassLoader loader;
    /** The group of this thread and of all threads that snippets start. */
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

    /**
     * Creates a non-daemon thread. Threads that snippets start inherit this property, so a script waits for them, as
     * any Java program would.
     */
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
     * Runs a task on this thread and waits for it. A snippet that returns after a stop request counts as stopped,
     * whereas a command that responds to the stop may still return a result.
     *
     * @throws StopCheck.SnippetStopped if the task was stopped
     * @throws ExecutionException if the task throws any other exception, which becomes the cause
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

    /** The thread that runs snippets. */
    private static final class Own extends Thread {
        Own(ThreadGroup group, Runnable work) {
            super(group, work, "snippets");
        }
    }

    /** Waits until every non-daemon thread that a snippet has started ends. */
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

    /** Returns whether the current thread is the snippet thread, rather than one that the user's code has started. */
    public boolean isCurrent() {
        return Thread.currentThread() == current;
    }

    /**
     * Runs the task unless a stop was requested. This check is needed because an executor clears the interrupt of a
     * thread that has not started yet.
     */
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

    /** Abandons the thread, which is stuck in a library, and creates a new one. */
    private StopCheck.SnippetStopped abandoned() {
        Thread stuck = current;
        StackTraceElement[] frames = stuck.getStackTrace();
        StopCheck.abandon(stuck);
        executor.shutdownNow();
        executor = Executors.newSingleThreadExecutor(this::newThread);
        return new StopCheck.SnippetStopped(
                frames.length == 0 ? "a library" : frames[0].getClassName() + "." + frames[0].getMethodName());
    }

    /** Marks a task as running. If a stop was requested while the task was being compiled, throws an error instead. */
    private synchronized void begin() {
        throwIfStopping();
        StopCheck.clear();
        running = true;
    }

    /** Clears a stop that came too late for the previous task. */
    public synchronized void arm() {
        stopping = false;
    }

    /**
     * Marks the task as ended and clears any stop. A stop applies only to one task, whether or not the task responded
     * to it.
     */
    private synchronized void end() {
        running = false;
        stopping = false;
        StopCheck.running(null);
        StopCheck.clear();
    }

    /**
     * Stops the running task. If no task is running, prevents the next one from starting until {@link #arm} is called.
     */
    public synchronized void stop() {
        stopping = true;
        if (running) {
            StopCheck.requestStop(current);
            current.interrupt();
        }
    }

    /**
     * Ends the thread when the submitted tasks have
     * finished. Otherwise, the thread would keep the classes and objects of its
     * snippets in memory.
     */
    public void close() {
        executor.shutdown();
    }
}
