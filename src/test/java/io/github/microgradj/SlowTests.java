package io.github.microgradj;

import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * A listener that prints the stacks of all threads when a test takes minutes. The log then shows where a build hangs
 * before Surefire's or Failsafe's time limit ends it.
 */
public final class SlowTests implements TestExecutionListener {
    private static final int MINUTES = 5;

    /** The original standard error, from before any test replaced it. */
    private static final PrintStream ERROR = System.err;

    private final Map<TestIdentifier, ScheduledFuture<?>> running = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "slow tests");
        thread.setDaemon(true);
        return thread;
    });

    @Override
    public void executionStarted(TestIdentifier test) {
        if (test.isTest()) {
            running.put(test, clock.schedule(() -> report(test), MINUTES, TimeUnit.MINUTES));
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        ScheduledFuture<?> report = running.remove(test);
        if (report != null) {
            report.cancel(false);
        }
    }

    private static void report(TestIdentifier test) {
        StringBuilder report =
                new StringBuilder("%s runs for %d minutes now:%n".formatted(test.getUniqueId(), MINUTES));
        Thread.getAllStackTraces().forEach((thread, frames) -> {
            report.append("%n\"%s\" %s%n".formatted(thread.getName(), thread.getState()));
            for (StackTraceElement frame : frames) {
                report.append("    at ").append(frame).append(System.lineSeparator());
            }
        });
        ERROR.println(report);
    }
}
