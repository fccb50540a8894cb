package io.github.microgradj.editor;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Sees to it that the host is asked about code by one thread at a time, and in passing only while a line is read. */
final class HostQueries {
    private final ReentrantLock asking = new ReentrantLock();
    private boolean open;

    /** A line is read from now on. */
    void open() {
        setOpen(true);
    }

    /** What was read will run: from now on the host has other things to do. */
    void close() {
        setOpen(false);
    }

    private void setOpen(boolean open) {
        asking.lock();
        try {
            this.open = open;
        } finally {
            asking.unlock();
        }
    }

    /** Asks, after whoever is asking. */
    <T> T ask(Supplier<T> question) {
        asking.lock();
        try {
            return question.get();
        } finally {
            asking.unlock();
        }
    }

    /** Asks if nobody else does and a line is read; else there is no answer. */
    <T> Optional<T> askInPassing(Supplier<Optional<T>> question) {
        if (!asking.tryLock()) {
            return Optional.empty();
        }
        try {
            return open ? question.get() : Optional.empty();
        } finally {
            asking.unlock();
        }
    }
}
