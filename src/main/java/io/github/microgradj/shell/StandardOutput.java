package io.github.microgradj.shell;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * The standard output and standard error of the process. The JDK's streams silently drop output that they cannot write.
 * These streams end the program instead: silently if the reader of a pipe has exited, and with a message if standard
 * output fails for another reason.
 */
final class StandardOutput {
    /** The exit status of a program killed by SIGPIPE. */
    private static final int BROKEN_PIPE = 141;

    private final AtomicInteger status = new AtomicInteger();
    private final PrintStream out = stream(FileDescriptor.out, "stdout", this::lost);
    private final PrintStream err = stream(FileDescriptor.err, "stderr", failure -> {});

    private final IntConsumer exit;

    /**
     * Creates the streams.
     *
     * @param exit ends the program with the given status
     */
    StandardOutput(IntConsumer exit) {
        this.exit = exit;
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    /** Returns the exit status: the given status of the program, or an error status if its output failed. */
    int status(int own) {
        return status.get() == 0 ? own : status.get();
    }

    /** Creates a stream with the same charset and buffering as the JDK's stream. */
    private PrintStream stream(FileDescriptor descriptor, String name, Consumer<IOException> lost) {
        String charset = System.getProperty(
                name + ".encoding",
                System.getProperty(
                        "sun." + name + ".encoding", Charset.defaultCharset().name()));
        OutputStream file = new Reporting(new FileOutputStream(descriptor), lost);
        return new PrintStream(new BufferedOutputStream(file), true, Charset.forName(charset));
    }

    private void lost(IOException failure) {
        if (status.get() == 0) {
            err.println("microgradj-shell: cannot write to standard output: " + failure.getMessage());
            exit(1);
        }
    }

    /** Exits on a new thread, because the current thread may hold a lock that a shutdown hook needs. */
    private void exit(int failed) {
        if (status.compareAndSet(0, failed)) {
            new Thread(() -> exit.accept(failed), "output failed").start();
        }
    }

    private final class Reporting extends OutputStream {
        private final FileOutputStream file;
        private final Consumer<IOException> lost;

        Reporting(FileOutputStream file, Consumer<IOException> lost) {
            this.file = file;
            this.lost = lost;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            try {
                file.write(bytes, from, length);
            } catch (IOException e) {
                if ("Broken pipe".equals(e.getMessage())) {
                    exit(BROKEN_PIPE);
                } else {
                    lost.accept(e);
                }
            }
        }
    }
}
