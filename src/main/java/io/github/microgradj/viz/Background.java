package io.github.microgradj.viz;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Work on daemon threads, so that whoever waits for it can be interrupted and nothing keeps the program from ending. */
final class Background {
    private Background() {}

    static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "microgradj-drawing");
        thread.setDaemon(true);
        return thread;
    }

    static <T> FutureTask<T> start(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        thread(task).start();
        return task;
    }

    /** Why work failed, in a few words. */
    static String reason(ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
