package io.github.microgradj.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** A measurement of the heap memory that all threads allocate. */
final class Allocation {
    private static final long ENOUGH_NANOSECONDS = 200_000_000;
    private static final int ENOUGH_RUNS = 1000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocation() {}

    /** Returns the average number of bytes that a run allocates. */
    static double bytes(Runnable run) {
        long first = allocated();
        long before = allocated();
        long looking = before - first;
        long start = System.nanoTime();
        int runs = 0;
        while (runs < ENOUGH_RUNS && (runs == 0 || System.nanoTime() - start < ENOUGH_NANOSECONDS)) {
            run.run();
            runs++;
        }
        return Math.max(0, allocated() - before - looking) / (double) runs;
    }

    private static long allocated() {
        return Arrays.stream(THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }
}
