package io.github.microgradj.shell;

import io.github.microgradj.shell.snippet.SnippetEngine.Completeness;
import io.github.microgradj.shell.snippet.SnippetEngine.Cut;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Cuts a text, typed, pasted or read from a file, into what is run one by one: snippets and colon commands. Prompts and
 * Markdown fences that were copied along are dropped, and so is the output between copied prompts.
 */
final class Units implements Iterator<Units.Unit> {
    private static final Pattern PROMPT =
            Pattern.compile("^(mg> |\\.\\.> |jshell> |\\s+\\.\\.\\.> |>>> |\\.\\.\\. |In \\[\\d+]: |\\s+\\.\\.\\.: )");
    private static final Pattern FENCE = Pattern.compile("^\\s*```\\w*\\s*$");
    private static final Pattern COMMAND = Pattern.compile(
            "^(\\s*(:.*|/[a-z?!-]+(\\s.*)?|(exit|quit)(\\(\\))?\\s*;?)|" + CommandText.QUESTION + ")\\s*$");
    private static final Pattern CLAUSE = Pattern.compile("^\\s*(else|catch|finally)\\b.*");
    private static final Pattern OPERATOR = Pattern.compile("^\\s*(\\.|[*%&|?^=<>]|/(?![/*])).*");
    /** An operator where it is indented; else it may just as well begin a snippet. */
    private static final Pattern SIGN = Pattern.compile("^\\s*(\\+(?!\\+)|-(?!-)).*");

    /**
     * A snippet or a command.
     *
     * @param text what was written
     * @param source what is to run
     * @param line the line of the text on which it begins, from 1
     * @param command whether it is a colon command
     * @param complete false if the text ends in the middle of it
     */
    record Unit(String text, String source, int line, boolean command, boolean complete) {}

    private final List<String> lines;
    private final Function<String, Cut> cutter;
    /** The next line to read; what is left of the line before it stands in {@link #rest}. */
    private int next;

    private String rest = "";

    Units(String text, Function<String, Cut> cutter) {
        this.lines = withoutDecoration(text.lines().toList());
        this.cutter = cutter;
        skipBlank();
    }

    /** Keeps the line numbers: what is dropped becomes an empty line. */
    private static List<String> withoutDecoration(List<String> lines) {
        List<String> unfenced = lines.stream()
                .map(line -> FENCE.matcher(line).matches() ? "" : line)
                .toList();
        boolean transcript = unfenced.stream()
                .filter(line -> !line.isBlank())
                .findFirst()
                .filter(line -> PROMPT.matcher(line).find())
                .isPresent();
        return transcript ? unfenced.stream().map(Units::typed).toList() : unfenced;
    }

    /** What was typed on a line of a copied session: all after the prompt, nothing of a line without one. */
    private static String typed(String line) {
        return PROMPT.matcher(line).find() ? PROMPT.matcher(line).replaceFirst("") : "";
    }

    private void skipBlank() {
        while (rest.isBlank() && next < lines.size() && lines.get(next).isBlank()) {
            next++;
        }
    }

    /** Whether the text ends in the middle of a snippet. */
    static boolean endsIncomplete(String text, Function<String, Cut> cutter) {
        boolean incomplete = false;
        for (Units units = new Units(text, cutter); units.hasNext(); ) {
            incomplete = !units.next().complete();
        }
        return incomplete;
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
        Unit unit = COMMAND.matcher(text).matches()
                ? new Unit(text.strip(), text.strip(), line, true, true)
                : snippet(text, line);
        skipBlank();
        return unit;
    }

    private Unit snippet(String firstLine, int line) {
        StringBuilder text = new StringBuilder(firstLine);
        while (true) {
            Cut cut = cutter.apply(text.toString());
            boolean complete = cut.completeness() == Completeness.COMPLETE;
            boolean comment = cut.completeness() == Completeness.EMPTY;
            boolean ended = comment || (complete && (!cut.remaining().isBlank() || !continuesOnNextLine(text)));
            if (ended || next == lines.size()) {
                rest = cut.remaining();
                return new Unit(cut.text(), cut.source(), line, false, cut.completeness() != Completeness.INCOMPLETE);
            }
            text.append('\n').append(lines.get(next++));
        }
    }

    /** Whether the next line goes on with this one: {@code else}, {@code .map(...)}, an indented {@code + 1}. */
    private boolean continuesOnNextLine(CharSequence text) {
        int following = next;
        while (following < lines.size() && lines.get(following).isBlank()) {
            following++;
        }
        if (following == lines.size()) {
            return false;
        }
        String line = lines.get(following);
        if (COMMAND.matcher(line).matches()) {
            return false;
        }
        String before = text.toString().stripTrailing();
        boolean terminated = before.endsWith(";") || before.endsWith("}");
        return terminated
                ? CLAUSE.matcher(line).matches()
                : OPERATOR.matcher(line).matches()
                        || (SIGN.matcher(line).matches() && indentation(line) > indentation(before));
    }

    private static int indentation(String text) {
        return text.length() - text.stripLeading().length();
    }
}
