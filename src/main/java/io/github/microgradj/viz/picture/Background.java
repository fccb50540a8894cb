package io.github.microgradj.viz.picture;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A utility that runs work on daemon threads. Waiting for the work can be interrupted, and the work does not keep the
 * program from exiting.
 */
public final class Background {
    private Background() {}

    /** Creates a daemon thread without starting it. */
    public static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "microgradj-drawing");
        thread.setDaemon(true);
        return thread;
    }

    /** Starts work on a daemon thread and returns its future. */
    public static <T> FutureTask<T> start(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        thread(task).start();
        return task;
    }

    /** Returns a short reason why the work failed. */
    public static String reason(ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
