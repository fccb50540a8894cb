package io.github.microgradj.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A pool of threads that share the work of a step. Steps follow each other within microseconds, but waking a thread
 * takes about fifty microseconds, which is as long as the computation for 2,500 samples of the moons demo. Idle threads
 * therefore spin briefly before they sleep.
 */
public final class WorkerPool {
    /** The pool of this process. */
    public static final WorkerPool ONLY = new WorkerPool();

    /** The number of times that a waiting thread checks before it sleeps. All checks together take about 100 us. */
    private static final int SPINS = 5000;

    /** How long the calling thread sleeps between checks on the other threads, in nanoseconds. */
    private static final long NAP = 50_000;

    private static final int HELPERS = 1 << 12;

    private final ReentrantLock busy = new ReentrantLock();
    private final List<Thread> helpers = new ArrayList<>();
    private final AtomicInteger working = new AtomicInteger();
    private @Nullable Share share;
    private volatile @Nullable Throwable failure;
    /** The number of runs so far times {@link #HELPERS}, plus the number of helpers in the current run. */
    private volatile long round;

    /** A task that each thread of a run executes. It processes parts of the work until none is left. */
    @FunctionalInterface
    public interface Share {
        /**
         * Runs this task in one of the threads.
         *
         * @param member the index of the thread; 0 is the calling thread
         */
        void run(int member);
    }

    private WorkerPool() {}

    /** Runs the work in this thread and the given number of others, or in this thread alone if the others are busy. */
    public void run(int others, Share work) {
        if (others == 0 || others >= HELPERS || !busy.tryLock()) {
            work.run(0);
            return;
        }
        try {
            share = work;
            failure = null;
            working.set(others);
            round = (round / HELPERS + 1) * HELPERS + others;
            wake(others);
            try {
                work.run(0);
            } finally {
                awaitOthers();
                share = null;
            }
            if (failure != null) {
                throw new IllegalStateException("a worker thread failed", failure);
            }
        } finally {
            busy.unlock();
        }
    }

    private void wake(int others) {
        while (helpers.size() < others) {
            int number = helpers.size() + 1;
            Thread helper = new Thread(() -> help(number), "microgradj-helper-" + number);
            helper.setDaemon(true);
            helpers.add(helper);
            helper.start();
        }
        for (int i = 0; i < others; i++) {
            LockSupport.unpark(helpers.get(i));
        }
    }

    private void awaitOthers() {
        for (int i = 0; working.get() > 0; i++) {
            if (i < SPINS) {
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(this, NAP);
            }
        }
    }

    private void help(int number) {
        long seen = 0;
        while (true) {
            seen = next(seen);
            if (number <= seen % HELPERS) { // Otherwise, this run does not need the helper and may already have ended.
                help(number, share);
            }
        }
    }

    private void help(int number, @Nullable Share work) {
        try {
            if (work != null) {
                work.run(number);
            }
        } catch (RuntimeException | Error e) {
            failure = e; // Rethrown by the calling thread.
        } finally {
            working.decrementAndGet();
        }
    }

    private long next(long seen) {
        for (int i = 0; i < SPINS && round == seen; i++) {
            Thread.onSpinWait();
        }
        while (round == seen) {
            LockSupport.park(this);
            Thread.interrupted(); // A pending interrupt would keep the thread from sleeping.
        }
        return round;
    }
}
