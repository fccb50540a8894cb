package io.github.microgradj.editor;

import io.github.microgradj.editor.text.Indentation;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.OSUtils;

/** The line editor for snippets. It adds multi-line input, indentation and history search to JLine's editor. */
final class Editor extends WindowReader {
    /**
     * The maximum length of text for which colours and undo are on. In longer text, they would delay every keystroke.
     */
    private static final int FEATURES_MAX = 16_000;

    private static final int STEP = 4;
    /** The minimum number of rows of documentation, even in a small window. */
    private static final int LEAST_ROWS = 3;

    private static final String CONTINUATION = "..> ";
    private static final String STOP = "stop";
    private static final String DOCUMENT = "document";
    /** The escape sequence that old terminals send for F1. For other terminals, terminfo gives the sequence. */
    private static final String F1 = "\033[11~";

    private static final Pattern ENDS_WITH_EMPTY_LINES = Pattern.compile("(?s).*\\n\\s*\\n\\s*");

    private final Host host;
    private final PrefixHistorySearch recall = new PrefixHistorySearch();
    private final HostQueries questions = new HostQueries();
    private final TabCompleter tabCompleter;
    private final CallHint hint;
    private boolean hinting;

    private boolean indenting = true;
    /** Whether the line is input for a program rather than a snippet. */
    private boolean plain;

    /** The key that interrupts running code. While the user edits a line, it is an ordinary key. */
    private int interrupt;

    Editor(Terminal terminal, Host host) throws IOException {
        super(terminal, CONTINUATION);
        this.host = host;
        setVariable(LineReader.FEATURES_MAX_BUFFER_SIZE, FEATURES_MAX);
        option(Option.DISABLE_EVENT_EXPANSION, true);
        setHighlighter(new Paint(host, this));
        tabCompleter = new TabCompleter(host, questions);
        setCompleter(tabCompleter);
        hint = new CallHint(host, questions, this::redraw);
        widgets.put(STOP, this::stop);
        keyMaps.values().forEach(keys -> keys.bind(new Reference(STOP), KeyMap.ctrl('C')));
        widgets.put(DOCUMENT, this::document);
        bindDocumentation();
        widgets.put(CALLBACK_INIT, this::takeCtrlC);
        keys(VIINS).bind(new Reference(SELF_INSERT_UNMETA), KeyMap.alt(KeyMap.ctrl('M')));
    }

    private void bindDocumentation() {
        String f1 = Objects.requireNonNullElse(KeyMap.key(terminal, Capability.key_f1), F1);
        for (String each : List.of(EMACS, VIINS, VICMD)) {
            keys(each).bind(new Reference(DOCUMENT), f1, F1);
        }
        keys(EMACS).bind(new Reference(DOCUMENT), KeyMap.alt('?'));
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

    void setHinting(boolean hinting) {
        this.hinting = hinting;
    }

    /** Reads a snippet. */
    String readSnippet(String prompt) {
        hint.forget();
        questions.open();
        try {
            return readLine(prompt);
        } finally {
            questions.close();
        }
    }

    /** Reads a line of input for a program. */
    String readPlain(String prompt) {
        plain = true;
        try {
            return readLine(prompt);
        } catch (UserInterruptException e) { // Ctrl-C arrived as a key or, if pressed very early, as a signal.
            host.interrupted();
            throw e;
        } finally {
            plain = false;
        }
    }

    /** Returns whether the user is still editing. After a line is accepted, it has no cursor. */
    boolean isTyping() {
        return state == State.NORMAL;
    }

    boolean isPlain() {
        return plain;
    }

    /** Makes Ctrl-C an ordinary key while the user types. A signal would arrive late and swallow the next key. */
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
        state = State.INTERRUPT;
        return true;
    }

    /** Returns the signatures of the call at the cursor. */
    @Override
    List<String> below(int width, int room) {
        return hinting && !plain && buf.length() <= FEATURES_MAX ? hint.rows(buf.upToCursor(), width, room) : List.of();
    }

    /**
     * Completes the word at the cursor. Before the first word of a line, Tab indents instead, even in pasted text. If
     * there is nothing to complete, Tab shows the documentation.
     */
    @Override
    protected boolean expandOrComplete() {
        int column = buf.cursor() - lineStart();
        if (buf.substring(lineStart(), buf.cursor()).isBlank()) {
            buf.write(" ".repeat(STEP - column % STEP));
            return true;
        }
        String before = buf.toString();
        boolean done = super.expandOrComplete();
        boolean nothingAdded = tabCompleter.takeExhausted() && before.equals(buf.toString());
        return nothingAdded ? document() : done;
    }

    private boolean document() {
        int rows = Math.max(LEAST_ROWS, roomAbove());
        Optional<String> text = questions.ask(() -> host.documentation(buf.toString(), buf.cursor(), rows));
        text.ifPresent(this::printAbove);
        return text.isPresent();
    }

    @Override
    protected String finish(String text) {
        return plain ? text : super.finish(text);
    }

    /** Handles Enter. Runs the text if it is complete or ends with two empty lines; otherwise, starts a new line. */
    @Override
    protected boolean acceptLine() {
        setCtrlC(interrupt); // From here on, Ctrl-C may be meant for the snippet.
        String text = buf.toString();
        boolean runs =
                plain || ENDS_WITH_EMPTY_LINES.matcher(text).matches() || !questions.ask(() -> host.isIncomplete(text));
        return runs ? super.acceptLine() : takeCtrlC() && openLine();
    }

    /** Handles Alt-Enter, which always starts a new line. */
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

    /**
     * Inserts a closing bracket. If only indentation precedes it on the line, aligns it with the line that opens its
     * block.
     */
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

    /**
     * Returns the number of spaces before the cursor on its line, or 0 if the line is the first one or has other text
     * before the cursor.
     */
    private int blanksBeforeCursor() {
        int start = lineStart();
        return start > 0 && buf.substring(start, buf.cursor()).isBlank() ? buf.cursor() - start : 0;
    }

    private int lineStart() {
        return buf.upToCursor().lastIndexOf('\n') + 1;
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

    /**
     * Moves the cursor to the end of its line. If it is already there, it stays; JLine would move it to the end of the
     * next line.
     */
    @Override
    protected boolean endOfLine() {
        return buf.currChar() == '\n' || super.endOfLine();
    }

    /**
     * Moves the cursor to the start of its line. If it is already there, it stays; JLine would move it to the start of
     * the previous line.
     */
    @Override
    protected boolean beginningOfLine() {
        return buf.prevChar() == '\n' || super.beginningOfLine();
    }

    private boolean recall(int step) {
        Optional<String> next = plain ? Optional.empty() : recall.next(history, buf.toString(), step);
        next.ifPresent(this::setBuffer);
        return next.isPresent();
    }
}
