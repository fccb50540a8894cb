package io.github.microgradj.editor;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The editor's queries to the host. They run one at a time, and background queries run only while a line is being read.
 */
final class HostQueries {
    private final ReentrantLock asking = new ReentrantLock();
    private boolean open;

    /** Allows background queries, because a line is about to be read. */
    void open() {
        setOpen(true);
    }

    /** Ends background queries, because the line is about to run, which keeps the host busy. */
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

    /** Runs a query after any other that is running. */
    <T> T ask(Supplier<T> question) {
        asking.lock();
        try {
            return question.get();
        } finally {
            asking.unlock();
        }
    }

    /** Runs a background query if no other is running and a line is being read; otherwise returns an empty answer. */
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
