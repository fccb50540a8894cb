package io.github.microgradj.command.training;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Draws pictures of work beside the work, on a thread of its own: one at a time, twenty a second at most, and with no more than a
 * twenty-fifth of a processor, however slow the terminal is.
 */
final class BackgroundPainter implements AutoCloseable {
    private static final long PERIOD_NANOS = 50_000_000;
    private static final int SHARE = 25;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread painter = new Thread(task, "painter");
        painter.setDaemon(true);
        return painter;
    });
    private Future<?> picture = CompletableFuture.completedFuture(null);
    private volatile long next = System.nanoTime();

    /** Whether a picture may be drawn at this time of {@link System#nanoTime()}. */
    boolean isFree(long now) {
        return picture.isDone() && now - next >= 0;
    }

    /** Draws a picture while the caller goes on. */
    void draw(Runnable drawing) {
        picture = thread.submit(() -> {
            long start = System.nanoTime();
            drawing.run();
            long end = System.nanoTime();
            next = Math.max(start + PERIOD_NANOS, end + SHARE * (end - start));
        });
    }

    /** Does what takes longer the first time, and counts as no picture. */
    void prepare(Runnable drawing) {
        picture = thread.submit(drawing);
    }

    /** Waits until nothing is being drawn, and throws what drawing has thrown. */
    void await() {
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
