package io.github.microgradj.output;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A painter that draws pictures on a separate thread while other work continues. It draws one picture at a time, at
 * most twenty per second, and uses at most about 4% of a processor even if the terminal is slow.
 */
public final class BackgroundPainter implements AutoCloseable {
    private static final long PERIOD_NANOS = 50_000_000;
    private static final int SHARE = 25;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread painter = new Thread(task, "painter");
        painter.setDaemon(true);
        return painter;
    });
    private Future<?> picture = CompletableFuture.completedFuture(null);
    private volatile long next = System.nanoTime();

    /** Returns whether a picture may be drawn at the given {@link System#nanoTime()}. */
    public boolean isFree(long now) {
        return picture.isDone() && now - next >= 0;
    }

    /** Starts drawing a picture in the background. */
    public void draw(Runnable drawing) {
        picture = thread.submit(() -> {
            long start = System.nanoTime();
            drawing.run();
            long end = System.nanoTime();
            next = Math.max(start + PERIOD_NANOS, end + SHARE * (end - start));
        });
    }

    /** Runs a drawing in the background to warm up its code, without affecting the rate of pictures. */
    public void prepare(Runnable drawing) {
        picture = thread.submit(drawing);
    }

    /** Waits until the current drawing ends, and throws an {@link IllegalStateException} if it failed. */
    public void await() {
        try {
            picture.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("drawing a picture failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
