package io.github.microgradj.snippet.compiler;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A capture of what the compiler prints to standard error on the current thread. After some crashes, the compiler only
 * prints a stack trace, and JShell assumes success. Other threads, and running snippets, print to the real standard
 * error.
 */
public final class CompilerOutput implements AutoCloseable {
    private static final ThreadLocal<@Nullable CompilerOutput> CURRENT = new ThreadLocal<>();
    /**
     * The stream that replaces standard error. It is always the same object, because the compiler keeps the first
     * stream that it sees.
     */
    private static final PrintStream STAND_IN = new PrintStream(new Distributor(), true, StandardCharsets.UTF_8);

    private static PrintStream standardError = System.err;
    private static int threads;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final @Nullable CompilerOutput outer = CURRENT.get();

    private CompilerOutput() {}

    /** Starts capturing the output of this thread. */
    static CompilerOutput keep() {
        CompilerOutput output = new CompilerOutput();
        CURRENT.set(output);
        if (output.outer == null) {
            enter();
        }
        return output;
    }

    /** Runs user code with the real standard error, so that its output is not captured. */
    public static <T, E extends Exception> T released(Work<T, E> work) throws E {
        CompilerOutput output = CURRENT.get();
        if (output == null) {
            return work.run();
        }
        leave();
        try {
            return work.run();
        } finally {
            enter();
        }
    }

    /** A task. */
    public interface Work<T, E extends Exception> {
        T run() throws E;
    }

    @SuppressWarnings("SystemOut") // System.err is replaced, not written to.
    private static synchronized void enter() {
        if (threads++ == 0) {
            PrintStream current = System.err;
            standardError = current == STAND_IN ? standardError : current; // User code may have replaced System.err.
            System.setErr(STAND_IN);
        }
    }

    @SuppressWarnings("SystemOut")
    private static synchronized void leave() {
        if (--threads == 0 && System.err == STAND_IN) {
            System.setErr(standardError);
        }
    }

    private static synchronized PrintStream standardError() {
        return standardError;
    }

    /** Returns the captured output. */
    String text() {
        return bytes.toString(StandardCharsets.UTF_8).strip();
    }

    @Override
    public void close() {
        if (outer == null) {
            CURRENT.remove();
            leave();
        } else {
            CURRENT.set(outer);
        }
    }

    private static final class Distributor extends OutputStream {
        private static OutputStream target() {
            CompilerOutput output = CURRENT.get();
            return output == null ? standardError() : output.bytes;
        }

        @Override
        public void write(int b) throws IOException {
            target().write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            target().write(bytes, from, length);
        }

        @Override
        public void flush() throws IOException {
            target().flush();
        }
    }
}
