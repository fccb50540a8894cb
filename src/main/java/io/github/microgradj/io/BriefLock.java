package io.github.microgradj.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A lock on a file that several processes share, for work that takes only a moment. The wait for the lock is limited,
 * because some file systems have no locks and another process may never release the lock.
 */
public final class BriefLock {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private BriefLock() {}

    /**
     * Waits at most a second for the lock, and holds it until the channel is closed. Returns whether it was acquired.
     */
    public static boolean lock(FileChannel channel) throws IOException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        boolean locked = tryLock(channel);
        while (!locked && System.nanoTime() - deadline <= 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
            locked = tryLock(channel);
        }
        return locked;
    }

    /** Acquires the lock if it is free. Returns whether it was acquired. */
    public static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // Another shell in this process holds the lock.
        }
    }
}
