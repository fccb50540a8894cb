package io.github.microgradj.editor.screen;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A terminal without a window. It reads a program's output and shows what a user would see. It supports the xterm
 * sequences that the shell and its libraries use; any other sequence is an error.
 */
public final class TerminalScreen {
    private static final char ESCAPE = '\033';
    private static final char BELL = '\007';
    /** The terminator of a string sequence, such as a window title or an image. */
    private static final String STRING_END = ESCAPE + "\\";

    private static final Pattern SEPARATORS = Pattern.compile("[;:]");

    private final Grid grid;
    /** An incomplete escape sequence, or the first half of a surrogate pair. */
    private final StringBuilder begun = new StringBuilder();

    private final StringBuilder answers = new StringBuilder();

    public TerminalScreen(int columns, int rows) {
        grid = new Grid(columns, rows);
    }

    public synchronized void resize(int columns, int rows) {
        grid.resize(columns, rows);
    }

    public synchronized int columns() {
        return grid.columns();
    }

    public synchronized int rows() {
        return grid.rows().size();
    }

    /** Returns the row of the cursor, counting from 0. */
    public synchronized int cursorRow() {
        return grid.row();
    }

    public synchronized int cursorColumn() {
        return grid.column();
    }

    public synchronized Cell cell(int row, int column) {
        return grid.rows().get(row).cell(column);
    }

    /** Returns the rows, without trailing blanks and without empty rows at the end. */
    public synchronized String text() {
        return String.join("\n", grid.rows().stream().map(Row::text).toList()).stripTrailing();
    }

    /** Returns the rows that have scrolled off the top. */
    public synchronized List<String> scrolledOut() {
        return List.copyOf(grid.scrolledOut());
    }

    /** Returns the answers to the program's queries since the last call. */
    public synchronized String answers() {
        String all = answers.toString();
        answers.setLength(0);
        return all;
    }

    public synchronized void write(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            write(text.charAt(i));
        }
    }

    private void write(char c) {
        if (c == ESCAPE && !isString()) {
            begun.setLength(0);
        }
        if (c < ' ' && c != ESCAPE && !isString()) {
            control(c);
            return;
        }
        begun.append(c);
        if (begun.charAt(0) != ESCAPE) {
            if (!Character.isHighSurrogate(c)) {
                grid.print(begun.codePointAt(0));
                begun.setLength(0);
            }
        } else if (isWhole(c)) {
            String sequence = begun.toString();
            begun.setLength(0);
            run(sequence);
        }
    }

    /** Returns whether an unfinished string sequence (OSC, DCS, APC or PM) has begun. */
    private boolean isString() {
        return begun.length() > 1 && "]P_^".indexOf(begun.charAt(1)) >= 0;
    }

    private boolean isWhole(char last) {
        if (begun.length() < 2) {
            return false;
        }
        if (isString()) {
            return last == BELL || begun.toString().endsWith(STRING_END);
        }
        if (begun.charAt(1) == '[') {
            return begun.length() > 2 && last >= '@';
        }
        return "()*+#%".indexOf(begun.charAt(1)) < 0 || begun.length() == 3;
    }

    private void control(char c) {
        switch (c) {
            case '\b' -> grid.moveBy(0, -1);
            case '\t' -> grid.tab();
            case '\n', '\013', '\f' -> grid.lineFeed();
            case '\r' -> grid.moveTo(grid.row(), 0);
            default -> {} // a bell, padding
        }
    }

    private void run(String sequence) {
        switch (sequence.charAt(1)) {
            case '[' -> control(sequence.substring(2, sequence.length() - 1), sequence.charAt(sequence.length() - 1));
            case '7' -> grid.save();
            case '8' -> grid.restore();
            case 'D' -> grid.lineFeed();
            case 'M' -> grid.reverseLineFeed();
            case ']', 'P', '_', '^', '=', '>', '(', ')' -> {} // strings, the number pad, character sets
            default -> throw unknown(sequence);
        }
    }

    private static IllegalArgumentException unknown(String sequence) {
        return new IllegalArgumentException("the screen does not know ESC" + sequence.substring(1));
    }

    private void control(String parameters, char function) {
        if (parameters.matches("[<=>?].*|.*[$]")) {
            privateControl(parameters, function);
            return;
        }
        List<Integer> numbers = SEPARATORS
                .splitAsStream(parameters)
                .map(each -> each.isEmpty() ? 0 : Integer.parseInt(each))
                .toList();
        int first = numbers.get(0);
        int count = Math.max(1, first);
        int second = numbers.size() > 1 ? numbers.get(1) : 0;
        switch (function) {
            case 'A' -> grid.moveBy(-count, 0);
            case 'B', 'e' -> grid.moveBy(count, 0);
            case 'C', 'a' -> grid.moveBy(0, count);
            case 'D' -> grid.moveBy(0, -count);
            case 'E' -> grid.moveTo(grid.row() + count, 0);
            case 'F' -> grid.moveTo(grid.row() - count, 0);
            case 'G', '`' -> grid.moveTo(grid.row(), count - 1);
            case 'd' -> grid.moveTo(count - 1, grid.column());
            case 'H', 'f' -> grid.moveTo(count - 1, Math.max(1, second) - 1);
            case 'J' -> grid.eraseInDisplay(first);
            case 'K' -> grid.eraseInLine(first);
            case 'L' -> grid.insertLines(count);
            case 'M' -> grid.deleteLines(count);
            case '@' -> grid.insertCharacters(count);
            case 'P' -> grid.deleteCharacters(count);
            case 'X' -> grid.eraseCharacters(count);
            case 'S' -> grid.scrollUp(count);
            case 'T' -> grid.scrollDown(count);
            case 'm' -> grid.setStyle(Style.selected(grid.style(), numbers));
            case 'r' -> grid.setRegion(count - 1, second > 0 ? second : rows());
            case 'h', 'l' -> grid.setInserting(first == 4 && function == 'h');
            case 's' -> grid.save();
            case 'u' -> grid.restore();
            case 'n' ->
                answers.append(first == 6 ? "\033[" + (grid.row() + 1) + ";" + (grid.column() + 1) + "R" : "\033[0n");
            case 'c' -> answers.append("\033[?62;22c");
            case 't' -> {} // sizes in pixels: there are none
            default -> throw unknown("\033[" + parameters + function);
        }
    }

    /**
     * Handles the private modes. Only the alternate screen affects the output; modes for cursor keys and pastes affect
     * the input.
     */
    private void privateControl(String parameters, char function) {
        boolean alternate = parameters.matches("\\?(47|1047|1049)");
        if (alternate && (function == 'h' || function == 'l')) {
            grid.setAlternate(function == 'h');
        }
    }
}
