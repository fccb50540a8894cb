package io.github.microgradj.shell.terminal;

import io.github.microgradj.shell.typing.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jline.reader.Candidate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Reads whole snippets from a terminal: line editing, history, completion, pasted blocks. */
public final class LineInput implements AutoCloseable {
    private final Terminal terminal;
    private final Editor reader;
    private final HistoryFile history;

    /** The keys that edit. */
    public enum Editing {
        EMACS,
        VI
    }

    /** What the editor asks of the program around it. */
    public interface Host {
        /** Whether Enter is to open another line instead of running the text. */
        boolean isIncomplete(String text);

        /** What is to be coloured in a text with the cursor at an index. */
        List<Span> spans(String text, int cursor);

        /** A text in the colour of what it is, with the escape sequences of a terminal. */
        String coloured(Span.Kind kind, String text);

        /** What Tab offers. */
        Candidates complete(String text, int cursor);

        /** Ctrl-C was pressed while something ran. */
        void interrupted();
    }

    /**
     * What may be typed at the cursor.
     *
     * @param anchor the index in the text from which the words stand
     * @param words what may stand there
     * @param whole whether a space follows a word that is chosen
     */
    public record Candidates(int anchor, List<String> words, boolean whole) {}

    /** What was read: a text, empty if Ctrl-C cleared it, or the end of the input. */
    public record Line(String text, boolean endOfInput) {}

    private LineInput(Terminal terminal, Editor reader, HistoryFile history) {
        this.terminal = terminal;
        this.reader = reader;
        this.history = history;
    }

    /** Opens the system's terminal. */
    public static LineInput open(Host host, Path historyFile) {
        try {
            Terminal terminal = TerminalBuilder.builder().system(true).build();
            terminal.handle(Terminal.Signal.INT, signal -> host.interrupted());
            Editor editor = new Editor(terminal, host);
            editor.setParser(new WholeText());
            editor.setCompleter((reader, line, candidates) -> offer(host, line, candidates));
            editor.setVariable(LineReader.SECONDARY_PROMPT_PATTERN, "..> ");
            HistoryFile history = new HistoryFile(historyFile);
            editor.setHistory(new SnippetHistory(history));
            return new LineInput(terminal, editor, history);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void offer(Host host, ParsedLine line, List<Candidate> candidates) {
        Candidates found = host.complete(line.line(), line.cursor());
        if (found.anchor() < wordStart(line)) {
            return; // A space was typed after what could be completed.
        }
        String kept = line.line().substring(wordStart(line), found.anchor());
        for (String word : found.words()) {
            candidates.add(
                    new Candidate(kept + word, word, null, null, null, null, found.whole() && !word.endsWith("/")));
        }
    }

    private static int wordStart(ParsedLine line) {
        return line.cursor() - line.wordCursor();
    }

    /** The width of the terminal in characters; 0 if it does not say. */
    public int columns() {
        return terminal.getWidth();
    }

    /** Chooses the keys that edit. */
    public void setEditing(Editing editing) {
        reader.setEditing(editing);
    }

    /** Whether the lines of a block are indented by themselves. On at first. */
    public void setIndenting(boolean indenting) {
        reader.setIndenting(indenting);
    }

    /** What is wrong with the file of the history, told once; it costs the history, not the shell. */
    public Optional<String> fault() {
        return history.fault();
    }

    /** Reads the next text, several lines if it is a block. */
    public Line read(String prompt) {
        try {
            return new Line(reader.readLine(prompt), false);
        } catch (UserInterruptException e) {
            return new Line("", false);
        } catch (EndOfFileException e) {
            return new Line("", true);
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

    /** The text is one word up to the last white space before the cursor: JLine replaces only from there on. */
    private record WholeText() implements Parser {
        @Override
        public ParsedLine parse(String line, int cursor, ParseContext context) {
            int start = cursor;
            while (start > 0 && !Character.isWhitespace(line.charAt(start - 1))) {
                start--;
            }
            return new Parsed(line, cursor, line.substring(start, cursor));
        }
    }

    private record Parsed(String line, int cursor, String word) implements CompletingParsedLine {
        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return word.length();
        }

        @Override
        public int rawWordLength() {
            return word.length();
        }

        @Override
        public int wordCursor() {
            return word.length();
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word);
        }
    }
}
