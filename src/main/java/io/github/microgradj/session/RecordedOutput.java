package io.github.microgradj.session;

import io.github.microgradj.notebook.CellRecorder;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/** The standard output during a run, which also goes to the recorder of the session. */
final class RecordedOutput implements AutoCloseable {
    private final PrintStream before = System.out;

    RecordedOutput(CellRecorder recorder) {
        Charset charset = charset(before);
        System.setOut(new PrintStream(new Copy(before, recorder, charset), true, charset));
    }

    /** Returns the charset of a stream, which Java 17 does not tell; there, it is the default. */
    private static Charset charset(PrintStream stream) {
        try {
            return (Charset) PrintStream.class.getMethod("charset").invoke(stream);
        } catch (ReflectiveOperationException e) {
            return Charset.forName(System.getProperty(
                    "sun.stdout.encoding", Charset.defaultCharset().name()));
        }
    }

    @Override
    public void close() {
        System.out.flush();
        System.setOut(before);
    }

    private static final class Copy extends OutputStream {
        private final PrintStream to;
        private final CellRecorder recorder;
        private final Charset charset;

        Copy(PrintStream to, CellRecorder recorder, Charset charset) {
            this.to = to;
            this.recorder = recorder;
            this.charset = charset;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            to.write(bytes, from, length);
            recorder.print(new String(bytes, from, length, charset));
        }

        @Override
        public void flush() {
            to.flush();
        }
    }
}
