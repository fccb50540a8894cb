package io.github.microgradj.editor;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The editor's queries to the host. They run one at a time. Background queries run only while a line is being edited.
 */
final class HostQueries {
    private final ReentrantLock asking = new ReentrantLock();
    private boolean open;

    /** Allows background queries, because the user is about to edit a line. */
    void open() {
        setOpen(true);
    }

    /** Disallows background queries, because the host will be busy running the line. */
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

    /** Runs a query as soon as no other query is running. */
    <T> T ask(Supplier<T> question) {
        asking.lock();
        try {
            return question.get();
        } finally {
            asking.unlock();
        }
    }

    /** Runs a background query if a line is being edited and no other query is running; otherwise, returns empty. */
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
