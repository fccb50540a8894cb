package io.github.microgradj.shell.terminal;

import java.io.IOException;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jline.reader.Candidate;
import org.jline.reader.LineReader;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp.Capability;

/** JLine's editor in its window: what stands below the text, other sizes, and who else draws. */
abstract class WindowReader extends LineReaderImpl {
    /** So that what stands below the text begins where the text does. */
    private static final String INDENT = " ".repeat(4);

    private final String continuation;
    private final boolean dumb;
    private final Supplier<AttributedString> rowsBelow = this::rowsBelow;
    private List<String> shownBelow = List.of();
    /** Whether the line is over, and nothing is to be left below it. */
    private boolean leaving;

    /** @param continuation the prompt of the lines after the first */
    WindowReader(Terminal terminal, String continuation) throws IOException {
        super(terminal, "microgradj");
        this.continuation = continuation;
        this.dumb = terminal.getType().startsWith(Terminal.TYPE_DUMB);
        setVariable(LineReader.SECONDARY_PROMPT_PATTERN, continuation);
    }

    /** What is to stand below the text, at most so wide and so many rows. */
    abstract List<String> below(int width, int room);

    /** The rows that are free when the text is on the screen. */
    private int rowsLeft() {
        int columns = terminal.getWidth() > 0 ? terminal.getWidth() : Integer.MAX_VALUE;
        return terminal.getHeight() - 2 - rowOf(buf.toString(), columns);
    }

    /** The rows that may be printed above the text so that all is seen. */
    final int roomAbove() {
        return rowsLeft() - shownBelow.size();
    }

    /** What is done with the screen while no key is handled. */
    interface ScreenWork {
        void run(boolean reading) throws IOException;
    }

    void exclusively(ScreenWork work) throws IOException {
        lock.lock();
        try {
            work.run(isReading());
        } finally {
            lock.unlock();
        }
    }

    /** Unless something else stands below the text. */
    @Override
    protected void redisplay(boolean flush) {
        lock.lock();
        try {
            if (post == null || post == rowsBelow) {
                shownBelow = chooseBelow();
                post = shownBelow.isEmpty() ? null : rowsBelow;
            }
            super.redisplay(flush);
        } finally {
            lock.unlock();
        }
    }

    private List<String> chooseBelow() {
        int columns = size.getColumns();
        if (dumb || leaving || columns <= INDENT.length()) {
            return List.of();
        }
        return below(columns - INDENT.length() - 1, rowsLeft());
    }

    private AttributedString rowsBelow() {
        return AttributedString.fromAnsi(INDENT + String.join("\n" + INDENT, shownBelow));
    }

    /** Draws anew what has changed, from any thread. */
    final void redraw() {
        lock.lock();
        try {
            if (isReading() && state == State.NORMAL) {
                redisplay();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    protected void cleanup() {
        leaving = true;
        super.cleanup();
        leaving = false;
    }

    /** In a window of another width JLine would draw the text anew below what it had drawn of it; here it goes back to its start. */
    @Override
    protected synchronized void handleSignal(Signal signal) {
        lock.lock();
        try {
            int columns = terminal.getWidth();
            if (signal == Signal.WINCH && columns > 0 && !dumb) {
                terminal.puts(Capability.carriage_return);
                IntStream.range(0, rowOf(buf.upToCursor(), columns))
                        .forEach(row -> terminal.puts(Capability.cursor_up));
                terminal.puts(Capability.clr_eos);
                size.setRows(0); // of what was there, nothing is left
            }
            super.handleSignal(signal);
        } finally {
            lock.unlock();
        }
    }

    /** The row, from 0, in which a beginning of the text ends; terminals break lines anew by themselves, and so it counts. */
    private int rowOf(String text, int columns) {
        int width = prompt.columnLength();
        int row = 0;
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            int used = width + new AttributedString(lines[i]).columnLength();
            row += i == lines.length - 1 ? used / columns : 1 + Math.max(0, used - 1) / columns;
            width = continuation.length();
        }
        return row;
    }

    /** Where a list would not fit the window, JLine would ask; the menu scrolls instead. */
    @Override
    protected boolean doList(
            List<Candidate> possible,
            String completed,
            boolean runLoop,
            BiFunction<CharSequence, Boolean, CharSequence> escaper) {
        boolean scrolls = runLoop && possible.size() > size.getRows() - 3;
        return scrolls || super.doList(possible, completed, runLoop, escaper);
    }
}
