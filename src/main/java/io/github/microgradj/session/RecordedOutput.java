package io.github.microgradj.session;

import io.github.microgradj.notebook.CellRecorder;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/** The standard output during a run. A copy of it goes to the session's recorder. */
final class RecordedOutput {
    private final PrintStream before = System.out;

    private RecordedOutput() {}

    /** Begins recording. */
    static RecordedOutput begin(CellRecorder recorder) {
        RecordedOutput output = new RecordedOutput();
        Charset charset = charset(output.before);
        System.setOut(new PrintStream(new CopyingStream(output.before, recorder, charset), true, charset));
        return output;
    }

    /**
     * Returns the charset of a stream. On Java 17, where a stream cannot be asked for its charset, returns the charset
     * of standard output.
     */
    private static Charset charset(PrintStream stream) {
        try {
            return (Charset) PrintStream.class.getMethod("charset").invoke(stream);
        } catch (ReflectiveOperationException e) {
            return Charset.forName(System.getProperty(
                    "sun.stdout.encoding", Charset.defaultCharset().name()));
        }
    }

    /** Ends recording. */
    void close() {
        System.out.flush();
        System.setOut(before);
    }

    private static final class CopyingStream extends OutputStream {
        private final PrintStream to;
        private final CellRecorder recorder;
        private final Charset charset;

        CopyingStream(PrintStream to, CellRecorder recorder, Charset charset) {
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
