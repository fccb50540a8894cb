package io.github.microgradj.language.python;

import io.github.microgradj.language.python.syntax.PythonParser;
import io.github.microgradj.language.python.syntax.Refusal;
import io.github.microgradj.language.python.syntax.TextSpan;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The translator of a session's Python cells. Before any part of a cell runs, the whole cell is translated to snippets
 * of plain Java. If this fails, a {@link Refusal} names the first part that is not understood.
 */
public final class PythonCell {
    /** The variables and methods that the session has declared. */
    public interface SessionNames {
        /** Returns the Java type of a variable, without package names; empty if there is no such variable. */
        Optional<String> typeOf(String variable);

        /** Returns whether there is a method with the given name. */
        boolean isMethod(String name);
    }

    /**
     * A snippet of Java.
     *
     * @param java a declaration or a statement, or an expression whose value is shown
     * @param span the span of the statement from which the snippet was translated
     * @param shown whether the value is shown, which is possible only for a cell's last statement
     */
    public record Snippet(String java, TextSpan span, boolean shown) {
        private static final Pattern VARIABLE = Pattern.compile("[A-Za-z][\\w.]*(?:<[\\w, ?]*>)?(?:\\[])* (\\w+) = ");
        private static final Pattern METHOD = Pattern.compile("[A-Za-z][\\w<>, ]* \\w+\\([^()]*\\) \\{");
        private static final Pattern PICTURE = Pattern.compile("drawDot\\((.*)\\)", Pattern.DOTALL);

        /** Returns the name of the variable that the snippet declares; empty if it declares none. */
        public Optional<String> variable() {
            Matcher matcher = VARIABLE.matcher(java);
            return matcher.lookingAt() && !shown ? Optional.of(matcher.group(1)) : Optional.empty();
        }

        /** Returns whether the snippet declares a variable that the translated statement may leave without a value. */
        public boolean mayStayUnbound() {
            return java.endsWith(" = " + CellVariable.UNBOUND + ";");
        }

        /** Returns whether the snippet declares a method. */
        public boolean isMethod() {
            return METHOD.matcher(java).lookingAt();
        }

        /** Returns whether the value is the picture of a graph. */
        public boolean isPicture() {
            return shown && PICTURE.matcher(java).matches();
        }

        /** Returns the expression for the Value whose graph is drawn. */
        public String picture() {
            return PICTURE.matcher(java).replaceFirst("$1");
        }
    }

    /**
     * A translated cell.
     *
     * @param notes messages that the session shows only once, such as a message that a line is ignored
     * @param divides whether the cell contains a division of integers, whose result differs in Java
     */
    public record TranslatedCell(List<Snippet> snippets, List<String> notes, boolean divides) {}

    private PythonNames names;

    public PythonCell(SessionNames host) {
        this.names = new PythonNames(host);
    }

    /** Returns whether the text is Python, even if some of it is not supported. */
    public static boolean isPython(String text) {
        try {
            PythonParser.parse(text);
            return true;
        } catch (Refusal e) {
            return e.isOfPython();
        }
    }

    /** Returns whether text that Java rejects is Python, rather than Java with a mistake. */
    public boolean isMarked(String text) {
        try {
            return new PythonMarks(text, names).any(PythonParser.parse(text));
        } catch (Refusal e) {
            return false;
        }
    }

    /**
     * Translates a cell, and records its names for later cells.
     *
     * @param check a function that compiles the snippets, and throws a {@link Refusal} if this fails
     * @throws Refusal if part of the cell cannot be translated, or the snippets do not compile; in either case, none of
     *     the cell's names are recorded
     */
    public TranslatedCell translate(String text, Consumer<List<Snippet>> check) {
        PythonNames tried = names.copy();
        List<Snippet> snippets = written(tried, text);
        check.accept(snippets);
        names = tried;
        return new TranslatedCell(snippets, List.copyOf(tried.notes()), tried.divides());
    }

    /** Translates a cell without recording its names. */
    public TranslatedCell preview(String text) {
        PythonNames tried = names.copy();
        return new TranslatedCell(written(tried, text), List.of(), false);
    }

    private static List<Snippet> written(PythonNames names, String text) {
        CellWriter first = new CellWriter(names.copy(), PythonParser.parse(text));
        first.write();
        first.widened().forEach(names::share);
        return new CellWriter(names, PythonParser.parse(text)).write();
    }

    /** Returns the header of a function that a cell has defined, such as {@code f(x, y)}; empty for any other name. */
    public Optional<String> header(String function) {
        return names.definition(function).map(each -> each.name() + "(" + String.join(", ", each.parameters()) + ")");
    }

    /** Returns whether a cell has assigned a variable, or defined a function, with the given name. */
    public boolean isAssigned(String name) {
        return names.isAssigned(name);
    }
}
