package io.github.microgradj.editor;

import java.io.IOException;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;

/** JLine's editor in its window: what stands below the text, other sizes, and who else draws. */
abstract class WindowReader extends LineReaderImpl {
    /** So that what stands below the text begins where the text does. */
    private static final String INDENT = " ".repeat(4);
    /** Rows of a list that are shown even where the text fills the window, which then scrolls. */
    private static final int LEAST_LIST = 5;

    private static final Pattern MENU_COUNT = Pattern.compile("\nrows \\d+ to \\d+ of (\\d+)\n\\z");

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
        setVariable(LineReader.LIST_MAX, 0); // longer lists would be asked about
    }

    /** A terminal that is closed meanwhile, as when a signal ends the program, is the end of the input. */
    @Override
    public String readLine(String prompt) {
        try {
            return super.readLine(prompt);
        } catch (EndOfFileException e) {
            if (dumb) { // where no key ends the line
                terminal.writer().println();
                terminal.flush();
            }
            throw e;
        } catch (IllegalStateException e) {
            throw isClosed() ? new EndOfFileException(e) : e;
        }
    }

    private boolean isClosed() {
        try {
            terminal.getAttributes();
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
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
            Supplier<AttributedString> given = post;
            post = given == null ? null : () -> withoutLineEnd(rightCount(given.get()));
            super.redisplay(flush);
            post = given;
        } finally {
            lock.unlock();
        }
    }

    /** JLine ends the last row of its menu too, and then lacks a row to show it. */
    private static AttributedString withoutLineEnd(AttributedString text) {
        int end = text.length() - 1;
        return end >= 0 && text.charAt(end) == '\n' ? text.subSequence(0, end) : text;
    }

    /** For that line end, too, JLine counts a row of the menu. */
    private static AttributedString rightCount(AttributedString menu) {
        Matcher count = MENU_COUNT.matcher(menu);
        if (!count.find()) {
            return menu;
        }
        int rows = Integer.parseInt(count.group(1)) - 1;
        return new AttributedStringBuilder()
                .append(menu.subSequence(0, count.start(1)))
                .append(String.valueOf(rows), menu.styleAt(count.start(1)))
                .toAttributedString();
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

    /**
     * In a window of another width JLine would draw the text anew below what it had drawn of it; here it goes back to its start. A
     * signal may come through when the line is over: JLine would draw it once more, into the output.
     */
    @Override
    protected synchronized void handleSignal(Signal signal) {
        lock.lock();
        try {
            if (!isReading()) {
                return;
            }
            int columns = terminal.getWidth();
            if (signal == Signal.WINCH && columns > 0 && !dumb) {
                terminal.puts(Capability.carriage_return);
                IntStream.range(0, rowOf(buf.upToCursor(), columns))
                        .forEach(row -> terminal.puts(Capability.cursor_up));
                terminal.puts(Capability.clr_eos);
                size.setRows(0); // of what was there, nothing is left
            }
            super.handleSignal(signal);
            if (signal == Signal.CONT && !dumb) {
                resume();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Takes from the shell around, which had the terminal meanwhile, what else belongs to reading a line. */
    private void resume() {
        terminal.writer().write(BRACKETED_PASTE_ON);
        callWidget(CALLBACK_INIT);
        terminal.flush();
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

    /**
     * Of a list that is higher than the room below the text, the first rows; the menu scrolls through all. JLine is told of no rows,
     * since it would ask before it shows a list that leaves it no room.
     */
    @Override
    protected PostResult computePost(
            List<Candidate> possible,
            @Nullable Candidate selection,
            @Nullable List<Candidate> ordered,
            String completed) {
        if (selection != null || ordered != null) {
            return super.computePost(possible, selection, ordered, completed);
        }
        AttributedString rows = rows(possible.stream().sorted().toList(), completed);
        return new PostResult(rows, -size.getRows(), -1);
    }

    private AttributedString rows(List<Candidate> sorted, String completed) {
        int widest = sorted.stream()
                .mapToInt(each -> display.wcwidth(each.displ()))
                .max()
                .orElse(0);
        AttributedStringBuilder text = new AttributedStringBuilder();
        toColumns(sorted, size.getColumns(), widest, text, null, completed, false, false, new int[3]);
        List<AttributedString> rows = withoutLineEnd(text.toAttributedString()).columnSplitLength(size.getColumns());
        int room = Math.max(rowsLeft(), Math.min(LEAST_LIST, size.getRows() - 2));
        return AttributedString.join(new AttributedString("\n"), Menu.first(rows, room, size.getColumns()));
    }

    /** The menu needs a row for what is chosen and one that says which rows are shown; without them, the list has to do. */
    @Override
    protected boolean doMenu(
            List<Candidate> original, String completed, BiFunction<CharSequence, Boolean, CharSequence> escaper) {
        int longest =
                original.stream().mapToInt(each -> each.value().length()).max().orElse(0);
        if (rowsLeft() > longest / size.getColumns() + 1) {
            return super.doMenu(original, completed, escaper);
        }
        buf.write(completed);
        return doList(original, completed, true, escaper);
    }
}
