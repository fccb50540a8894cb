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

/**
 * The part of the editor that draws. It extends JLine's editor with rows below the text. It also handles output from
 * other threads and changes of the window's size.
 */
abstract class WindowReader extends LineReaderImpl {
    /** The indentation that aligns the rows below the text with the text itself. */
    private static final String INDENT = " ".repeat(4);
    /** The minimum number of rows of a list, even if the text fills the window. The window then scrolls. */
    private static final int LEAST_LIST = 5;

    private static final Pattern MENU_COUNT = Pattern.compile("\nrows \\d+ to \\d+ of (\\d+)\n\\z");

    private final String continuation;
    private final boolean dumb;
    private final Supplier<AttributedString> rowsBelow = this::rowsBelow;
    private List<String> shownBelow = List.of();
    /** Whether editing of the line has ended, in which case the rows below the text must disappear. */
    private boolean leaving;

    /**
     * Creates a reader.
     *
     * @param continuation the prompt for all lines after the first
     */
    WindowReader(Terminal terminal, String continuation) throws IOException {
        super(terminal, "microgradj");
        this.continuation = continuation;
        this.dumb = terminal.getType().startsWith(Terminal.TYPE_DUMB);
        setVariable(LineReader.SECONDARY_PROMPT_PATTERN, continuation);
        setVariable(LineReader.LIST_MAX, 0); // Otherwise, JLine asks before it shows a long list.
    }

    /**
     * Reads a line. If the terminal is closed meanwhile, for example because a signal ends the program, treats this as
     * the end of the input.
     */
    @Override
    public String readLine(String prompt) {
        try {
            return super.readLine(prompt);
        } catch (EndOfFileException e) {
            if (dumb) { // A dumb terminal stays on the line at the end of the input.
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

    /** Returns the rows to show below the text, within the given width and number of rows. */
    abstract List<String> below(int width, int room);

    /** Returns the number of free rows below the text. */
    private int rowsLeft() {
        int columns = terminal.getWidth() > 0 ? terminal.getWidth() : Integer.MAX_VALUE;
        return terminal.getHeight() - 2 - rowOf(buf.toString(), columns);
    }

    /**
     * Returns the number of rows that can be printed above the text without scrolling the first of them off the screen.
     */
    final int roomAbove() {
        return rowsLeft() - shownBelow.size();
    }

    /** A task that draws on the screen and must not run while a key is being handled. */
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

    /** Redraws the line. Also redraws the rows below it, unless JLine shows something else there. */
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

    /** Removes the newline that JLine adds after the last row of its menu. The screen has no room for another row. */
    private static AttributedString withoutLineEnd(AttributedString text) {
        int end = text.length() - 1;
        return end >= 0 && text.charAt(end) == '\n' ? text.subSequence(0, end) : text;
    }

    /** Corrects the row count in JLine's menu. JLine also counts the empty row after the last newline. */
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

    /** Redraws what has changed. Any thread may call this method. */
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
     * Handles a change of the window's size and other signals. After a change of width, JLine would draw the text again
     * below the old text, so this method first moves the cursor to the start of the old text. If editing of the line
     * has ended, the signal is not passed to JLine, which would draw the line into the output.
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
                size.setRows(0); // The old contents have been erased.
            }
            super.handleSignal(signal);
            if (signal == Signal.CONT && !dumb) {
                resume();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Restores the terminal modes that editing needs and that the parent shell may have changed. */
    private void resume() {
        terminal.writer().write(BRACKETED_PASTE_ON);
        callWidget(CALLBACK_INIT);
        terminal.flush();
    }

    /** Returns the row, counting from 0, in which the given text ends after the terminal has rewrapped it. */
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
     * Shows the first rows of a list that is too tall for the space below the text. All rows can be reached in the
     * menu. Reports a negative row count to JLine, because JLine would otherwise ask before it shows a tall list.
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

    /**
     * Shows the menu only if there is room for the selected row and the row that gives the position in the list.
     * Otherwise, shows the list.
     */
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
