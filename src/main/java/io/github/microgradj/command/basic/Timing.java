package io.github.microgradj.command.basic;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.IntConsumer;

/**
 * The measured time of one execution.
 *
 * @param runs the nanoseconds per execution in each run, in ascending order
 * @param times the number of executions in each run
 * @param bytes the number of bytes that one execution allocates, if the JVM counts them
 */
record Timing(List<Double> runs, long times, OptionalLong bytes) {
    private static final long WARM_UP_NANOS = 500_000_000;
    private static final long RUN_NANOS = 20_000_000;
    private static final long MEASURED_NANOS = 1_500_000_000;
    private static final int FEWEST_RUNS = 3;
    private static final int MOST_RUNS = 25;

    /** One run of a loop. */
    private record Run(long nanos, long bytes) {
        static Run of(Blackhole.Loop loop, long times) throws Exception {
            long allocated = allocated();
            long start = System.nanoTime();
            loop.run(times);
            long nanos = System.nanoTime() - start;
            return new Run(nanos, allocated < 0 ? -1 : allocated() - allocated);
        }

        /** Returns the number of bytes that this thread has allocated, or -1 if the JVM does not count them. */
        private static long allocated() {
            return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads
                            && threads.isThreadAllocatedMemorySupported()
                    ? threads.getThreadAllocatedBytes(Thread.currentThread().getId())
                    : -1;
        }
    }

    /** Measures one execution without warming up. */
    static Timing once(Blackhole.Loop loop) throws Exception {
        return of(List.of(Run.of(loop, 1)), 1);
    }

    /**
     * Runs the loop long enough for the JIT compiler to settle, and then measures it. Passes the number of each run to
     * {@code progress} when that run starts.
     */
    static Timing measure(Blackhole.Loop loop, IntConsumer progress) throws Exception {
        long times = warmUp(loop, progress);
        List<Run> runs = new ArrayList<>();
        long spent = 0;
        while (runs.size() < FEWEST_RUNS || (runs.size() < MOST_RUNS && spent < MEASURED_NANOS)) {
            progress.accept(runs.size() + 1);
            Run run = Run.of(loop, times);
            runs.add(run);
            spent += run.nanos();
        }
        return of(runs, times);
    }

    /** Warms up the loop, and returns the number of executions that make a run long enough to measure. */
    private static long warmUp(Blackhole.Loop loop, IntConsumer progress) throws Exception {
        progress.accept(0);
        long times = 1;
        for (long spent = 0; ; ) {
            long nanos = Run.of(loop, times).nanos();
            spent += nanos;
            if (spent >= WARM_UP_NANOS) {
                return Math.max(1, (long) ((double) times * RUN_NANOS / Math.max(1, nanos)));
            }
            times = nanos < RUN_NANOS ? 2 * times : times;
        }
    }

    private static Timing of(List<Run> runs, long times) {
        List<Double> each =
                runs.stream().map(run -> (double) run.nanos() / times).sorted().toList();
        Run leanest = runs.stream().min(Comparator.comparingLong(Run::bytes)).orElseThrow();
        return new Timing(
                each, times, leanest.bytes() < 0 ? OptionalLong.empty() : OptionalLong.of(leanest.bytes() / times));
    }

    /** Returns text such as {@code 1.23 us (1.20 us to 1.31 us in 25 runs of 16,384), 48 bytes allocated}. */
    @Override
    public String toString() {
        String spread = runs.size() == 1
                ? "once, cold"
                : String.format(
                        Locale.ROOT,
                        "%s to %s in %d runs of %,d",
                        duration(runs.get(0)),
                        duration(runs.get(runs.size() - 1)),
                        runs.size(),
                        times);
        String allocated =
                bytes.isPresent() ? String.format(Locale.ROOT, ", %,d bytes allocated", bytes.getAsLong()) : "";
        return duration(runs.get(runs.size() / 2)) + " (" + spread + ")" + allocated;
    }

    /** Returns a duration with three significant digits and its unit. */
    static String duration(double nanos) {
        List<String> units = List.of("ns", "us", "ms", "s");
        int unit = 0;
        double value = nanos;
        while (value >= 999.5 && unit < units.size() - 1) {
            value /= 1000;
            unit++;
        }
        int decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
        return String.format(Locale.ROOT, "%." + decimals + "f %s", value, units.get(unit));
    }
}
