package io.github.microgradj.output;

import io.github.microgradj.output.Printer.Style;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A status line in the terminal that shows how long a task has been running. It appears after one second and is erased
 * when the task ends.
 */
public final class Progress {
    private final Printer printer;
    private final String work;
    private final ScheduledExecutorService clock;
    private int seconds;
    private volatile double share;

    private Progress(Printer printer, String work) {
        this.printer = printer;
        this.work = work;
        this.clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Starts a status line for the given task. Shows nothing unless the output is a terminal. */
    @SuppressWarnings("FutureReturnValueIgnored") // The future has no value, and end() stops the task.
    public static Progress start(Printer printer, String work) {
        Progress progress = new Progress(printer, work);
        if (printer.isTerminal()) {
            progress.clock.scheduleAtFixedRate(progress::tick, 1, 1, TimeUnit.SECONDS);
        }
        return progress;
    }

    /** Sets the fraction of the work that is done, from 0 to 1. */
    public void setShare(double share) {
        this.share = share;
    }

    /** Updates the status line. Does nothing if the line was erased while this call waited for the lock. */
    synchronized void tick() {
        if (clock.isShutdown()) {
            return;
        }
        seconds++;
        printer.raw("\r" + printer.styled(Style.DIM, work + percent() + " for " + seconds + " s; Ctrl-C stops"));
    }

    private String percent() {
        return share == 0 ? "" : " " + Math.round(100 * share) + "%";
    }

    /** Erases the line. */
    public synchronized void end() {
        clock.shutdownNow();
        if (seconds > 0) {
            printer.raw("\r" + " ".repeat(work.length() + 33) + "\r");
        }
    }
}
