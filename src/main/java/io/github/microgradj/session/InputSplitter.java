package io.github.microgradj.session;

import io.github.microgradj.command.CommandLineParser;
import io.github.microgradj.language.infix.InfixTranslator;
import io.github.microgradj.language.infix.Token;
import io.github.microgradj.snippet.model.SnippetSplitter.Completeness;
import io.github.microgradj.snippet.model.SnippetSplitter.Cut;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A splitter of typed, pasted or piped input into units, which are snippets and colon commands. The steps are as
 * follows.
 * <ol>
 * <li>Remove decoration: Markdown fences and, if the input begins with a prompt, all prompts and the output between
 *      them. Removed lines become empty lines, so line numbers do not change.
 * <li>Read a line. If it is a colon command, it is a unit.
 * <li>Otherwise, add lines until the snippet is complete. The cutter function, which asks the compiler, finds the end
 *      of the snippet; the text after it begins the next unit. The compiler does not see what follows, so
 *      {@link Continuation} checks the next line of code: a complete statement continues if that line starts with, for
 *      example, {@code else} or {@code .map(...)}. Comments and blank lines before that line do not matter.
 * </ol>
 *
 * <p>For example, these four lines are three units: an if statement with its else clause, a declaration, and a command.
 *
 * <pre>{@code
 * if (x > 0) print("positive"); // otherwise
 * else print("not positive");
 * int y = 1;
 * :vars
 * }</pre>
 */
public final class InputSplitter implements Iterator<InputSplitter.Unit> {
    private static final Pattern PROMPT =
            Pattern.compile("^(mg> |\\.\\.> |jshell> |\\s+\\.\\.\\.> |>>> |\\.\\.\\. |In \\[\\d+]: |\\s+\\.\\.\\.: )");
    private static final Pattern FENCE = Pattern.compile("^\\s*```\\w*\\s*$");
    private static final Pattern COMMAND =
            Pattern.compile("^(\\s*(:(?!:).*|/[a-z?!-]+(\\s.*)?|(exit|quit)(\\(\\))?\\s*;?)|"
                    + CommandLineParser.QUESTION + "|" + CommandLineParser.FOREIGN_LINE + ")\\s*$");
    /** Matches a command with code that may have several lines. */
    private static final Pattern CODE = Pattern.compile("(\\s*:java\\s+)([^\\s-].*)");

    /**
     * A snippet or a command.
     *
     * @param text the unit as the user wrote it
     * @param source the source to run
     * @param line the number of the input line on which the unit begins, counting from 1
     * @param command whether the unit is a colon command
     * @param complete whether the unit is complete; false if the input ends inside it
     */
    public record Unit(String text, String source, int line, boolean command, boolean complete) {}

    /**
     * The maximum length of a snippet that is checked for completeness after each line. A longer snippet is checked
     * whenever it has grown by a quarter, because checking it after each line would take quadratic time.
     */
    private static final int SHORT = 4000;

    private final List<String> lines;
    private final Function<String, Cut> cutter;
    /** The index of the next line to read. {@link #rest} is the unread part of the previous line. */
    private int next;

    private String rest = "";

    public InputSplitter(String text, Function<String, Cut> cutter) {
        this.lines = withoutDecoration(text.lines().toList());
        this.cutter = cutter;
        skipBlank();
    }

    /** Returns the text without prompts and fences. */
    static String withoutDecoration(String text) {
        return String.join("\n", withoutDecoration(text.lines().toList()));
    }

    /** Returns the lines without Markdown fences, and without the prompts and the output of a copied session. */
    private static List<String> withoutDecoration(List<String> lines) {
        List<String> unfenced = new ArrayList<>(lines);
        if (lines.stream().anyMatch(line -> FENCE.matcher(line).matches())) {
            BitSet ofText = linesInTexts(lines);
            IntStream.range(0, lines.size())
                    .filter(i -> !ofText.get(i) && FENCE.matcher(lines.get(i)).matches())
                    .forEach(i -> unfenced.set(i, ""));
        }
        boolean transcript = unfenced.stream()
                .filter(line -> !line.isBlank())
                .findFirst()
                .filter(line -> PROMPT.matcher(line).find())
                .isPresent();
        return transcript ? unfenced.stream().map(InputSplitter::typed).toList() : unfenced;
    }

    /** Returns the indices of the lines that begin inside a text block or a comment. */
    private static BitSet linesInTexts(List<String> lines) {
        BitSet inTexts = new BitSet();
        int line = 0;
        int start = 0;
        for (Token token : Token.withComments(String.join("\n", lines))) {
            for (; start + lines.get(line).length() < token.start(); line++) {
                start += lines.get(line).length() + 1;
            }
            inTexts.set(
                    line + 1,
                    line + 1 + (int) token.text().chars().filter(c -> c == '\n').count());
        }
        return inTexts;
    }

    /**
     * Returns what the user typed on a line of a copied session: the text after the prompt, or an empty string if the
     * line has no prompt.
     */
    private static String typed(String line) {
        return PROMPT.matcher(line).find() ? PROMPT.matcher(line).replaceFirst("") : "";
    }

    private void skipBlank() {
        while (rest.isBlank() && next < lines.size() && lines.get(next).isBlank()) {
            next++;
        }
    }

    /** Returns whether the text ends inside a snippet. */
    public static boolean endsIncomplete(String text, Function<String, Cut> cutter) {
        boolean incomplete = false;
        InputSplitter units = new InputSplitter(
                text.endsWith("\n") ? text + " " : text, cutter); // An empty line ends a Python block.
        units.skipToLastStatement();
        while (units.hasNext()) {
            incomplete = !units.next().complete();
        }
        return incomplete;
    }

    /** Moves to the last statement that starts at the beginning of a line. Considers only brackets and semicolons. */
    private void skipToLastStatement() {
        String text = String.join("\n", lines);
        int[] starts = lineStarts();
        int depth = 0;
        int line = 0;
        boolean whole = false;
        for (Token token : Token.of(text)) {
            int previous = line;
            while (line + 1 < starts.length && starts[line + 1] <= token.start()) {
                line++;
            }
            if (whole
                    && line > previous
                    && !Continuation.isClause(text.substring(token.start(), token.end()))
                    && starts[line] == token.start()) {
                next = line;
            }
            depth += token.nesting();
            whole = depth == 0 && (token.is(";") || token.is("}"));
        }
    }

    private int[] lineStarts() {
        int[] starts = new int[lines.size()];
        for (int i = 1; i < starts.length; i++) {
            starts[i] = starts[i - 1] + lines.get(i - 1).length() + 1;
        }
        return starts;
    }

    @Override
    public boolean hasNext() {
        return !rest.isBlank() || next < lines.size();
    }

    @Override
    public Unit next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        int line = rest.isBlank() ? next + 1 : next;
        String text = rest.isBlank() ? lines.get(next++) : rest;
        rest = "";
        Unit unit = COMMAND.matcher(text).matches() ? command(text, line) : snippet(text, line);
        skipBlank();
        return unit;
    }

    /** Returns a command. The code of {@code :java} continues on the next lines if its first line is incomplete. */
    private Unit command(String text, int line) {
        Matcher code = CODE.matcher(text);
        if (code.matches() && cutter.apply(code.group(2)).completeness() == Completeness.INCOMPLETE) {
            Unit unit = snippet(code.group(2), line);
            String whole = code.group(1) + unit.text();
            return new Unit(whole, whole, line, true, unit.complete());
        }
        return new Unit(text.strip(), text.strip(), line, true, true);
    }

    /** Returns text of several lines as one unit if it is a {@code :java} command with its code, or empty otherwise. */
    static Optional<Unit> codeToShow(String text) {
        String command = withoutDecoration(text).strip();
        return command.contains("\n")
                        && CODE.matcher(command.lines().findFirst().orElse("")).matches()
                ? Optional.of(new Unit(command, command, 1, true, true))
                : Optional.empty();
    }

    private Unit snippet(String firstLine, int line) {
        StringBuilder text = new StringBuilder(firstLine);
        int longEnough = 0;
        while (true) {
            boolean last = next == lines.size();
            if (last || text.length() >= longEnough) {
                Cut cut = cutter.apply(text.toString());
                if (last || isEnd(cut, text)) {
                    putBack(cut.remaining());
                    boolean whole =
                            cut.completeness() != Completeness.INCOMPLETE && !Continuation.hasOpenCondition(cut.text());
                    return new Unit(cut.text(), cut.source(), line, false, whole);
                }
                longEnough = text.length() < SHORT ? 0 : text.length() + text.length() / 4;
            }
            text.append('\n').append(lines.get(next++));
        }
    }

    private boolean isEnd(Cut cut, CharSequence text) {
        return switch (cut.completeness()) {
            case EMPTY -> true;
            case COMPLETE -> !cut.remaining().isBlank() || !continuesOnNextLine(text);
            case INCOMPLETE -> false;
        };
    }

    /** Puts the text after the snippet back into the input. */
    private void putBack(String remaining) {
        int end = remaining.indexOf('\n');
        rest = end < 0 ? remaining : remaining.substring(0, end);
        next -= (int) remaining.chars().filter(each -> each == '\n').count();
    }

    /** Returns whether the next line continues the text. */
    private boolean continuesOnNextLine(CharSequence text) {
        String line = nextCode();
        return !line.isEmpty()
                && (InfixTranslator.goesOnInBlock(text.toString(), line)
                        || Continuation.isOtherwise(text, line)
                        || (!COMMAND.matcher(line).matches() && Continuation.follows(text, line)));
    }

    /**
     * Returns the next line of code, or an empty string if there is none. A comment before the code is replaced by
     * spaces.
     */
    private String nextCode() {
        StringBuilder read = new StringBuilder();
        for (String line : lines.subList(next, lines.size())) {
            read.append('\n').append(line);
            List<Token> tokens = line.isBlank() ? List.of() : Token.of(read.toString());
            if (!tokens.isEmpty()) {
                int start = tokens.get(0).start();
                int column = start - read.lastIndexOf("\n", start) - 1;
                return " ".repeat(column) + read.substring(start);
            }
        }
        return "";
    }
}
