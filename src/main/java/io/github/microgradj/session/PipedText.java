package io.github.microgradj.session;

import io.github.microgradj.command.TextFile;
import io.github.microgradj.command.UserError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Piped input that is still arriving. When the input pauses, the part received so far can run if it ends with a
 * complete line and a complete snippet.
 */
final class PipedText {
    /**
     * The minimum length of a pause in the input. It is long enough that the output of a program that writes line by
     * line is not split inside a statement.
     */
    private static final int PAUSE_MILLIS = 200;

    private final InputStream in;
    private final String name;
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private boolean atEnd;
    private boolean reading;

    /** The result of one read: bytes, or an error. An empty array means the end of the input. */
    private record Arrival(byte[] bytes, @Nullable IOException failure) {}

    PipedText(InputStream in, String name) {
        this.in = in;
        this.name = name;
    }

    boolean isAtEnd() {
        return atEnd;
    }

    /**
     * Returns the input up to its end or up to a pause.
     *
     * @param whole returns whether the input so far ends with a complete snippet, in which case the call may return at
     *      a pause
     */
    String next(Predicate<String> whole) throws IOException, UserError {
        begin();
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try {
            while (!atEnd) {
                Arrival arrival =
                        read.size() == 0 ? arrivals.take() : arrivals.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
                if (arrival == null && endsLine(read) && whole.test(text(read))) {
                    break;
                }
                add(arrival == null ? arrivals.take() : arrival, read);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
        return text(read);
    }

    private void add(Arrival arrival, ByteArrayOutputStream read) throws IOException {
        if (arrival.failure() != null) {
            throw arrival.failure();
        }
        atEnd = arrival.bytes().length == 0;
        read.writeBytes(arrival.bytes());
    }

    private static boolean endsLine(ByteArrayOutputStream read) {
        byte[] bytes = read.toByteArray();
        return bytes[bytes.length - 1] == '\n';
    }

    private String text(ByteArrayOutputStream read) throws UserError {
        return TextFile.text(read.toByteArray(), name);
    }

    private void begin() {
        if (!reading) {
            reading = true;
            Thread reader = new Thread(this::read, name);
            reader.setDaemon(true);
            reader.start();
        }
    }

    private void read() {
        byte[] buffer = new byte[8192];
        try {
            for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
                arrivals.add(new Arrival(Arrays.copyOf(buffer, count), null));
            }
            arrivals.add(new Arrival(new byte[0], null));
        } catch (IOException e) {
            arrivals.add(new Arrival(new byte[0], e));
        }
    }
}
