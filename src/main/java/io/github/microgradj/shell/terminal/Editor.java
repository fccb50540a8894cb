package io.github.microgradj.shell.terminal;

import io.github.microgradj.shell.typing.Indentation;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.Candidate;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.OSUtils;

/** JLine's editor, taught to edit a whole snippet: Enter, indentation, the way up into the history. */
final class Editor extends LineReaderImpl {
    /** Longer texts are shown without colours and cannot be undone: both cost time and memory with each key. */
    private static final int FEATURES_MAX = 16_000;

    private static final int STEP = 4;
    private static final String STOP = "stop";
    private static final Pattern ENDS_WITH_EMPTY_LINES = Pattern.compile("(?s).*\\n\\s*\\n\\s*");

    private static final String CONTINUATION = "..> ";

    private final Host host;
    private final boolean dumb;
    private final Recall recall = new Recall();
    private boolean indenting = true;
    /** Whether a line is read for a program, which is no snippet. */
    private boolean plain;

    /** The character that is a signal outside of the editor. */
    private int interrupt;

    Editor(Terminal terminal, Host host) throws IOException {
        super(terminal, "microgradj");
        this.host = host;
        this.dumb = terminal.getType().startsWith(Terminal.TYPE_DUMB);
        setVariable(LineReader.FEATURES_MAX_BUFFER_SIZE, FEATURES_MAX);
        setVariable(LineReader.SECONDARY_PROMPT_PATTERN, CONTINUATION);
        option(Option.DISABLE_EVENT_EXPANSION, true);
        setHighlighter(new Paint(host, this));
        widgets.put(STOP, this::stop);
        keyMaps.values().forEach(keys -> keys.bind(new Reference(STOP), KeyMap.ctrl('C')));
        widgets.put(CALLBACK_INIT, this::takeCtrlC);
        keys(VIINS).bind(new Reference(SELF_INSERT_UNMETA), KeyMap.alt(KeyMap.ctrl('M')));
    }

    void setEditing(LineInput.Editing editing) {
        if (keys(MAIN) != keys(DUMB)) {
            keyMaps.put(MAIN, keys(editing == LineInput.Editing.VI ? VIINS : EMACS));
        }
    }

    void setIndenting(boolean indenting) {
        this.indenting = indenting;
    }

    private KeyMap<Binding> keys(String name) {
        return Objects.requireNonNull(keyMaps.get(name));
    }

    /** A line for a program. */
    String readPlain(String prompt) {
        plain = true;
        try {
            return readLine(prompt);
        } finally {
            plain = false;
        }
    }

    /** Whether keys are still to come: what was accepted has no cursor any more. */
    boolean isTyping() {
        return state == State.NORMAL;
    }

    boolean isPlain() {
        return plain;
    }

    /** While one types, Ctrl-C is a key: a signal would come late and take the next key along. */
    private boolean takeCtrlC() {
        Attributes attributes = terminal.getAttributes();
        interrupt = attributes.getControlChar(ControlChar.VINTR);
        setCtrlC(OSUtils.IS_OSX ? 255 : 0);
        return true;
    }

    private void setCtrlC(int key) {
        Attributes attributes = terminal.getAttributes();
        attributes.setControlChar(ControlChar.VINTR, key);
        terminal.setAttributes(attributes);
    }

    private boolean stop() {
        if (plain) {
            host.interrupted();
        }
        state = State.INTERRUPT;
        return true;
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

    /** In a window of another width JLine would draw the text anew below what it had drawn of it; here it goes back to its start. */
    @Override
    protected synchronized void handleSignal(Signal signal) {
        lock.lock();
        try {
            int columns = terminal.getWidth();
            if (signal == Signal.WINCH && columns > 0 && !dumb) {
                terminal.puts(Capability.carriage_return);
                IntStream.range(0, rowsAboveCursor(columns)).forEach(row -> terminal.puts(Capability.cursor_up));
                terminal.puts(Capability.clr_eos);
                size.setRows(0); // of what was there, nothing is left
            }
            super.handleSignal(signal);
        } finally {
            lock.unlock();
        }
    }

    /** Most terminals break the lines anew by themselves, and so it counts. */
    private int rowsAboveCursor(int columns) {
        int width = prompt.columnLength();
        int above = 0;
        String[] lines = buf.upToCursor().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            int used = width + new AttributedString(lines[i]).columnLength();
            above += i == lines.length - 1 ? used / columns : 1 + Math.max(0, used - 1) / columns;
            width = CONTINUATION.length();
        }
        return above;
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

    @Override
    protected String finish(String text) {
        return plain ? text : super.finish(text);
    }

    /** Enter runs what is whole, and what is not after two empty lines; else it opens a line. */
    @Override
    protected boolean acceptLine() {
        setCtrlC(interrupt); // from here on it may be meant for the snippet
        String text = buf.toString();
        boolean runs = plain || ENDS_WITH_EMPTY_LINES.matcher(text).matches() || !host.isIncomplete(text);
        return runs ? super.acceptLine() : takeCtrlC() && openLine();
    }

    /** Alt-Enter opens a line whatever is typed. */
    @Override
    protected boolean selfInsertUnmeta() {
        return getLastBinding().endsWith("\r") ? openLine() : super.selfInsertUnmeta();
    }

    private boolean openLine() {
        while (indenting && buf.currChar() == ' ') {
            buf.delete();
        }
        buf.write("\n" + (indenting ? Indentation.after(buf.upToCursor()) : ""));
        return true;
    }

    /** A bracket that closes a block goes below the line that opened it. */
    @Override
    protected boolean insertClose(String bracket) {
        String before = buf.upToCursor();
        int blanks = blanksBeforeCursor();
        if (indenting && blanks > 0) {
            buf.backspace(blanks);
            buf.write(Indentation.closing(before.substring(0, before.length() - blanks)));
        }
        putString(bracket);
        return true;
    }

    @Override
    protected boolean backwardDeleteChar() {
        int blanks = blanksBeforeCursor();
        if (count == 1 && blanks > 0 && blanks % STEP == 0) {
            return buf.backspace(STEP) == STEP;
        }
        return super.backwardDeleteChar();
    }

    /** The number of blanks between the start of the line and the cursor; 0 if there is something else, or on the first line. */
    private int blanksBeforeCursor() {
        String before = buf.upToCursor();
        int start = before.lastIndexOf('\n') + 1;
        return start > 0 && before.substring(start).isBlank() ? before.length() - start : 0;
    }

    @Override
    protected boolean upLineOrSearch() {
        return buf.upToCursor().indexOf('\n') >= 0 ? upLine() : recall(-1);
    }

    @Override
    protected boolean upLineOrHistory() {
        return upLineOrSearch();
    }

    @Override
    protected boolean downLineOrSearch() {
        return buf.substring(buf.cursor()).indexOf('\n') >= 0 ? downLine() : recall(1);
    }

    @Override
    protected boolean downLineOrHistory() {
        return downLineOrSearch();
    }

    private boolean recall(int step) {
        Optional<String> next = plain ? Optional.empty() : recall.next(history, buf.toString(), step);
        next.ifPresent(this::setBuffer);
        return next.isPresent();
    }
}
