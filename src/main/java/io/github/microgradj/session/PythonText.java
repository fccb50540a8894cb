package io.github.microgradj.session;

import io.github.microgradj.language.infix.InfixTranslator;
import io.github.microgradj.language.infix.Token;
import io.github.microgradj.session.InputSplitter.Unit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The rules that decide which input is Python. Input that Java accepts is Java, unless it has a mark of Python, such as
 * {@code None} or {@code elif}.
 */
final class PythonText {
    private static final Set<String> WORDS = Set.of("None", "True", "False", "lambda", "elif", "pass", "and", "not");
    private static final Pattern SEVERAL = Pattern.compile("\\s*\\w+(?:\\s*,\\s*\\w+)+\\s*=(?!=).*");
    private static final Pattern ASSIGNMENT = Pattern.compile("\\s*(\\w+)\\s*(?:[-+*/%]|//|\\*\\*)?=(?!=)");
    private static final Pattern DRAWING = Pattern.compile("\\s*draw_dot\\(.*\\)\\s*");
    /**
     * Matches a line that is not Python: one that ends with a semicolon or with a brace after a parenthesis, one that
     * starts with a closing brace, or a command.
     */
    private static final Pattern JAVA = Pattern.compile(".*(?:;|\\)\\s*\\{)\\s*(?://.*)?|\\s*(?:\\}.*|:[a-z].*)");

    private static final Pattern MAGIC = Pattern.compile("\\s*%\\w+.*");

    private PythonText() {}

    /**
     * Returns input of several lines as one unit if all of it is Python; otherwise, returns empty. Input with a mark of
     * Python and no line of Java is Python even if it cannot be parsed, so that none of it runs.
     */
    static Optional<Unit> whole(String text, Supplier<PythonInput> python) {
        boolean several = text.strip().contains("\n");
        if (!several || !isMarked(text)) {
            return Optional.empty();
        }
        String code = InputSplitter.withoutDecoration(text);
        boolean whole = python.get().isPython(code)
                || (code.lines().anyMatch(PythonText::isPythonsLine)
                        && code.lines().noneMatch(line -> JAVA.matcher(line).matches()));
        return whole ? Optional.of(new Unit(code, code, 1, false, true)) : Optional.empty();
    }

    /** Returns whether the text is a call to {@code draw_dot}, which draws a graph. */
    static boolean isDrawing(String text) {
        return DRAWING.matcher(text).matches();
    }

    /** Returns whether the text assigns several variables at once, as in {@code a, b = f()}. */
    static boolean assignsSeveral(String text) {
        return SEVERAL.matcher(text).matches();
    }

    /** Returns whether a line of the text has a mark of Python, such as {@code elif}. */
    private static boolean isMarked(String text) {
        return text.lines().anyMatch(PythonText::isMarkedLine);
    }

    private static boolean isMarkedLine(String line) {
        return isPythonsLine(line) || MAGIC.matcher(line).matches();
    }

    private static boolean isPythonsLine(String line) {
        return !line.isBlank()
                && (InfixTranslator.isPython(line)
                        || SEVERAL.matcher(line).matches()
                        || isDrawing(line)
                        || hasWord(line));
    }

    private static boolean hasWord(String line) {
        List<Token> tokens = Token.of(line);
        return IntStream.range(0, tokens.size())
                .anyMatch(i -> WORDS.contains(tokens.get(i).text())
                        && (i == 0 || !tokens.get(i - 1).is("."))
                        && (i + 1 == tokens.size()
                                || !tokens.get(i + 1).is("(")
                                || !tokens.get(i).is("and")));
    }

    /**
     * Returns whether the text has a mark of Python and is Python. A single line with such a mark may be Java that
     * contains a Python list, such as {@code new MLP(2, [3, 1])}; the line is Python only if it can be translated.
     */
    static boolean isPythons(String text, boolean marked, Supplier<PythonInput> python) {
        return marked && (text.strip().contains("\n") || python.get().accepts(text));
    }

    /** Returns the variable that the text assigns, or empty if it assigns none or ends with a semicolon. */
    static Optional<String> assigned(String text) {
        Matcher assignment = ASSIGNMENT.matcher(text);
        return assignment.lookingAt() && !text.stripTrailing().endsWith(";")
                ? Optional.of(assignment.group(1))
                : Optional.empty();
    }
}
