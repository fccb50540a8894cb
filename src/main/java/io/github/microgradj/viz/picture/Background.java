package io.github.microgradj.viz.picture;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Work on daemon threads, so that whoever waits for it can be interrupted and nothing keeps the program from ending. */
public final class Background {
    private Background() {}

    /** Makes a daemon thread; it is not started. */
    public static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "microgradj-drawing");
        thread.setDaemon(true);
        return thread;
    }

    /** Starts work on a daemon thread. */
    public static <T> FutureTask<T> start(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        thread(task).start();
        return task;
    }

    /** Why work failed, in a few words. */
    public static String reason(ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
