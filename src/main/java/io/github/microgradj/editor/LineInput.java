package io.github.microgradj.editor;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOError;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalExt;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;

/**
 * An interactive reader of snippets from a terminal. It supports line editing, history, completion and pasted blocks.
 */
public final class LineInput implements AutoCloseable {
    /** The exit status of a program killed by SIGHUP. */
    private static final int HANGUP = 129;

    private static final String END_OF_PASTES = "\033[?2004l";

    private final Terminal terminal;
    private final Echo echo;
    private final Editor reader;
    private final HistoryFile history;
    private final PromptAwareOutput screen;
    private final PrintStream out;
    private final PrintStream err;
    /** The lock for reading. Only one line is read at a time, either for the shell or for a program. */
    private final ReentrantLock turn = new ReentrantLock(true);

    /** The editing modes. */
    public enum Editing {
        EMACS,
        VI
    }

    /**
     * The result of a read: text, or the end of the input.
     *
     * @param cancelled whether Ctrl-C cleared the text
     * @param end the exit status if the input ended: 0, or the status of a hang-up if the terminal is gone; empty if
     *     text was read
     */
    public record InputLine(String text, boolean cancelled, OptionalInt end) {
        static InputLine of(String text) {
            return new InputLine(text, false, OptionalInt.empty());
        }

        static InputLine end(int status) {
            return new InputLine("", false, OptionalInt.of(status));
        }
    }

    private LineInput(Terminal terminal, Echo echo, Editor reader, HistoryFile history) {
        this.terminal = terminal;
        this.echo = echo;
        this.reader = reader;
        this.history = history;
        this.screen = new PromptAwareOutput(reader, terminal.encoding());
        this.out = screen.stream(new FileOutputStream(FileDescriptor.out));
        this.err = openErr();
        Runtime.getRuntime().addShutdownHook(new Thread(this::leaveScreen, "leaving the screen"));
    }

    /**
     * Opens the system's terminal.
     *
     * @param type the value of TERM, if it is set
     */
    public static LineInput open(Host host, @Nullable String type, Path historyFile) {
        try {
            Terminal terminal = SystemTerminal.open(type);
            Echo echo = Echo.off(terminal);
            terminal.handle(Terminal.Signal.INT, signal -> {
                echo.interrupt();
                host.interrupted();
            });
            Editor editor = new Editor(terminal, host);
            editor.setParser(new WholeText());
            HistoryFile history = new HistoryFile(historyFile);
            editor.setHistory(new SnippetHistory(history));
            return new LineInput(terminal, echo, editor, history);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the window in which lines are read. */
    public Window window() {
        return new Window(terminal, screen);
    }

    /**
     * Lends the terminal to another program, with the terminal attributes that were in effect when the shell started.
     */
    public <T> T lend(Callable<T> program) throws Exception {
        return echo.lend(program);
    }

    /** Returns the history of all sessions, oldest first. */
    public List<String> history() {
        return history.read().stream().map(HistoryFile.HistoryLine::text).toList();
    }

    /** Shows text, one screenful at a time if it is taller than the screen. */
    public void page(String text) {
        new Pager(terminal, out).show(text);
    }

    /** Sets the editing mode. */
    public void setEditing(Editing editing) {
        reader.setEditing(editing);
    }

    /** Sets whether the lines of a block are indented automatically. The default is true. */
    public void setIndenting(boolean indenting) {
        reader.setIndenting(indenting);
    }

    /** Sets whether the parameters of a call are shown while the user types it. The default is false. */
    public void setHinting(boolean hinting) {
        reader.setHinting(hinting);
    }

    /**
     * Returns the latest error of the history file, or empty if there is none or if an error has already been returned.
     * The shell works without a history file.
     */
    public Optional<String> fault() {
        return history.fault();
    }

    /** Returns a stream to standard output that does not disturb the prompt. */
    public PrintStream out() {
        return out;
    }

    /** Returns a stream to standard error that does not disturb the prompt, unless standard error is redirected. */
    public PrintStream err() {
        return err;
    }

    private PrintStream openErr() {
        FileOutputStream system = new FileOutputStream(FileDescriptor.err);
        boolean onScreen = terminal instanceof TerminalExt known
                && known.getProvider() != null
                && known.getProvider().isSystemStream(SystemStream.Error);
        return onScreen ? screen.stream(system) : new PrintStream(system, true, terminal.encoding());
    }

    /** Returns the standard input of snippets. When a snippet reads from it, the user is asked for a line. */
    public InputStream in() {
        return new PromptInput(this::readForProgram, terminal.encoding());
    }

    private Optional<String> readForProgram() throws IOException {
        try {
            turn.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
        try {
            return Optional.of(reader.readPlain(beginLine()));
        } catch (UserInterruptException e) {
            throw new InterruptedIOException();
        } catch (EndOfFileException e) {
            return Optional.empty();
        } finally {
            screen.lineEnded();
            turn.unlock();
        }
    }

    /**
     * Returns the incomplete line that a program has printed, for use as the prompt. It is erased from the screen,
     * because the editor redraws its prompt with each key.
     */
    private String beginLine() {
        if (!screen.isInsideLine() || terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
            return "";
        }
        terminal.puts(Capability.carriage_return);
        terminal.puts(Capability.clr_eol);
        return screen.unfinished().replace("%", "%%");
    }

    /** Reads the next input, which may have several lines. */
    public InputLine read(String prompt) {
        turn.lock();
        try {
            if (screen.isInsideLine()) {
                terminal.writer().println();
            }
            InputLine line = readSnippet(prompt);
            echo.reclaim();
            screen.lineEnded();
            return line;
        } catch (IOError | IOException e) {
            return InputLine.end(HANGUP);
        } finally {
            turn.unlock();
        }
    }

    private InputLine readSnippet(String prompt) {
        try {
            return InputLine.of(reader.readSnippet(prompt));
        } catch (UserInterruptException e) {
            return new InputLine("", true, OptionalInt.empty());
        } catch (EndOfFileException e) {
            return InputLine.end(0);
        }
    }

    /** Restores the screen when a signal ends the shell: ends the line and turns off bracketed paste. */
    private void leaveScreen() {
        if (reader.isReading()) {
            new PrintStream(new FileOutputStream(FileDescriptor.out), true)
                    .print(terminal.getType().startsWith(Terminal.TYPE_DUMB) ? "\n" : END_OF_PASTES + "\r\n");
        }
    }

    @Override
    public void close() {
        try {
            terminal.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
