package io.github.microgradj.language.infix;

import com.sun.source.tree.AssignmentTree;
import io.github.microgradj.language.infix.SourceText.Change;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A translator of infix arithmetic on Values to Java.
 *
 * <p>Plain Java takes precedence: unless a snippet is probably Python, it first runs as written, and only the parts
 * that the compiler rejects are rewritten. The steps are as follows.
 * <ol>
 * <li>{@link PowerOperator} replaces {@code **}, which is not a Java operator, with calls. The result is then compiled.
 * <li>The compiler reports each operator that it does not support for the operands. {@link OperatorRewrite} replaces
 *      these operators, and the arithmetic around them, with calls to the methods of {@code Ops}. This is repeated
 *      until the compiler accepts the text or there is nothing left to rewrite. An assignment to an unknown name
 *      becomes a declaration with {@code var}.
 * <li>If the text is still invalid, {@link ListLiterals} replaces Python lists in it, and the result goes through the
 *      same steps.
 * <li>{@link SourceText} maps the remaining errors to the user's text, and {@link Hints} rewords them.
 * </ol>
 *
 * <p>For example, {@code y = (x * 3 + 1) ** 2} with a Value {@code x} becomes {@code y = Ops.pow((x * 3 + 1), 2)}. The
 * compiler rejects {@code *} and the unknown {@code y}. The next version,
 * {@code var y = Ops.pow((Ops.add(Ops.mul(x, 3), 1)), 2);}, compiles and runs.
 */
public final class InfixTranslator {
    /** A safety limit that should never be reached, because each round rewrites an operator or declares a name. */
    private static final int MOST_ROUNDS = 100;

    private static final Pattern VARIABLE = Pattern.compile("symbol: +variable ");
    private static final Pattern DECLARATION = Pattern.compile("\\s*var ([^\\s=]+).*", Pattern.DOTALL);

    private static final Pattern TYPED =
            Pattern.compile("\\s*(?:final\\s+)?[A-Za-z][\\w.<>\\[\\], ]*?\\s+(\\w+)\\s*=(?!=)");

    /** The Java compiler and the session in which translations run. */
    public interface Java {
        /**
         * Compiles a snippet, and runs it if there are no errors.
         *
         * @return the errors, or an empty list if the snippet ran
         */
        List<Diagnostic> run(String source);

        /** Returns whether there is a variable with the given name. */
        boolean isVariable(String name);

        /** Returns whether {@code c = a + b} declares {@code c} if it does not exist, as in Python. */
        boolean declares();
    }

    /**
     * The result of translating and running a snippet.
     *
     * @param java the translated Java
     * @param faults the errors, with positions in the user's text; empty if the snippet ran
     */
    public record Translation(String java, List<Diagnostic> faults) {
        boolean ran() {
            return faults.isEmpty();
        }
    }

    private final Set<String> declared;

    public InfixTranslator() {
        this(List.of());
    }

    /** Creates a translator. The given variables were declared by assignments without a type. */
    public InfixTranslator(List<String> declared) {
        this.declared = new LinkedHashSet<>(declared);
    }

    /** Returns the variables that were declared by assignments without a type, in order of declaration. */
    public List<String> declared() {
        return List.copyOf(declared);
    }

    /** Sets whether a variable counts as declared by an assignment without a type. */
    public void setDeclared(String name, boolean withoutType) {
        if (withoutType) {
            declared.add(name);
        } else {
            declared.remove(name);
        }
    }

    /**
     * Returns text of the same length with Java operators in place of {@code **}. It is meant only for syntax analysis.
     */
    public static String masked(String text) {
        return PowerOperator.masked(text);
    }

    /**
     * Returns the start of the operand that ends at the given index. The operand is a name, a literal or a
     * parenthesized expression, with any selectors, calls and indices after it.
     */
    public static int operandBefore(String text, int end) {
        List<Token> tokens = Token.of(text.substring(0, end));
        int first = PowerOperator.operandBefore(tokens, tokens.size());
        return first < tokens.size() ? tokens.get(first).start() : end;
    }

    /** Returns whether the text starts with a line that can only be Python. Such a line is a snippet of its own. */
    public static boolean isPython(String text) {
        return PythonForm.begins(text);
    }

    /** Returns whether the text is a single line in which {@code //} may be Python's division. */
    public static boolean mayDivide(String text) {
        return text.strip().lines().count() == 1 && DivisionOperators.hasFloor(text);
    }

    /**
     * Returns the index at which the first Python statement of the text ends, or empty if this statement continues on
     * the next line.
     */
    public static OptionalInt endOfPython(String text) {
        return PythonForm.end(text);
    }

    /** Returns a hint for a snippet that is valid Java but whose division differs from Python's. */
    public static Optional<String> hint(String java) {
        return DivisionOperators.hint(java);
    }

    /** Returns whether a line continues the Python block above it. */
    public static boolean goesOnInBlock(String text, String line) {
        return PythonForm.isBlock(text + "\n" + line) && PythonForm.goesOn(text, line);
    }

    /** Runs a snippet: first as Java, then with its operators rewritten, and finally with its lists replaced. */
    public Translation run(String source, Java java) {
        if (PythonForm.isBlock(source)) {
            return refused(source, "a Python block must be entered on its own");
        }
        boolean python = DivisionOperators.isPython(
                source, declared, name -> java.declares() && (declared.contains(name) || !java.isVariable(name)));
        String marked = python ? DivisionOperators.marked(source, java::isVariable) : source;
        Translation asJava = PythonForm.isOfPython(source, python)
                ? new Translation(source, List.of(new Diagnostic("compiler.err.python", "this is not Java", 0, 0, 0)))
                : rounds(marked, java, python);
        if (asJava.ran() || asJava.faults().get(0).code().isEmpty()) {
            forget(source, asJava);
            return asJava;
        }
        return ListLiterals.replaced(marked)
                .map(lists -> runLists(lists, java))
                .filter(Translation::ran)
                .orElse(asJava);
    }

    private static Translation refused(String source, String message) {
        int start = source.length() - source.stripLeading().length();
        int end = source.indexOf('\n', start);
        return new Translation(
                source,
                List.of(new Diagnostic(
                        "",
                        message,
                        start,
                        start,
                        end < 0 ? source.stripTrailing().length() : end)));
    }

    /** Removes a variable that the user has redeclared with a type. */
    private void forget(String source, Translation translation) {
        Matcher typed = TYPED.matcher(source);
        if (translation.ran() && typed.lookingAt()) {
            declared.remove(typed.group(1));
        }
    }

    /**
     * Runs text with lists. First, treats them as lists of numbers or strings. If that fails, treats them as lists of
     * Values, because a list may mix Values and numbers, or be used where Values are expected.
     */
    private Translation runLists(String lists, Java java) {
        String line = PythonForm.withoutComments(lists).strip().replaceFirst(";$", "") + ";";
        Translation asWritten = rounds(line, java, true);
        return asWritten.ran() ? asWritten : rounds(ListLiterals.ofValues(line), java, true);
    }

    private Translation rounds(String source, Java java, boolean python) {
        SourceText text = PowerOperator.withoutPowers(SourceText.of(source));
        List<Diagnostic> faults = List.of();
        boolean asItStands = !python && text.text().equals(source);
        if (asItStands) {
            faults = java.run(text.text());
        }
        SourceText divided = asItStands && faults.isEmpty() ? text : divided(text);
        if (!asItStands || !divided.text().equals(text.text())) {
            text = divided;
            faults = java.run(text.text());
        }
        for (int round = 0; round < MOST_ROUNDS && !faults.isEmpty(); round++) {
            List<Change> changes = changes(text.text(), faults, java.declares());
            if (changes.isEmpty()) {
                break;
            }
            text = text.with(changes);
            faults = java.run(text.text());
        }
        if (faults.isEmpty()) {
            noteDeclaration(source, text.text());
        }
        SourceText last = text;
        return new Translation(
                text.text(),
                faults.stream().map(fault -> explained(fault, last, source)).toList());
    }

    private static Diagnostic explained(Diagnostic fault, SourceText text, String source) {
        boolean call = (fault.is("cant.apply") || fault.is("ref.ambiguous")) && text.isInserted(fault.position());
        return Hints.explained(text.original(fault), call, source);
    }

    private void noteDeclaration(String source, String java) {
        Matcher matcher = DECLARATION.matcher(java);
        if (matcher.matches() && !DECLARATION.matcher(source).matches()) {
            declared.add(matcher.group(1));
        }
    }

    /** Returns the text with {@code /}, {@code //} and {@code %} rewritten to divide as in Python. */
    private static SourceText divided(SourceText text) {
        if (!text.text().contains("/") && !text.text().contains("%")) {
            return text;
        }
        return SyntaxTrees.of(text.text())
                .map(parsed -> text.with(OperatorRewrite.quotients(text.text(), parsed, text::isInserted)))
                .orElse(text);
    }

    /** Returns changes that may make the text compile. The list is empty if there are none left to try. */
    private List<Change> changes(String text, List<Diagnostic> faults, boolean declares) {
        List<Diagnostic> operators =
                faults.stream().filter(OperatorRewrite::isOurs).toList();
        if (operators.isEmpty() && !declares) {
            return List.of();
        }
        return SyntaxTrees.of(text)
                .map(parsed -> {
                    List<Change> changes = OperatorRewrite.changes(text, parsed, operators);
                    if (declares) {
                        changes.addAll(declaration(text, parsed, faults));
                    }
                    return changes;
                })
                .orElse(List.of());
    }

    /**
     * Returns the changes that declare the assigned name if it does not exist, or if an earlier assignment without a
     * type gave it another type.
     */
    private List<Change> declaration(String text, SyntaxTrees parsed, List<Diagnostic> faults) {
        return parsed.assignment()
                .filter(tree -> isUnknown(parsed.start(tree), faults) || isRetyped(tree, faults))
                .map(tree -> {
                    int start = parsed.start(tree);
                    int end = parsed.end(tree);
                    String semicolon = text.indexOf(';', end) < 0 ? ";" : "";
                    return List.of(
                            new Change(end, end, semicolon, start, start, end),
                            new Change(start, start, "var ", start, start, end));
                })
                .orElse(List.of());
    }

    private static boolean isUnknown(int start, List<Diagnostic> faults) {
        return faults.stream()
                .anyMatch(fault -> fault.start() == start
                        && fault.is("cant.resolve")
                        && VARIABLE.matcher(fault.message()).find());
    }

    private boolean isRetyped(AssignmentTree tree, List<Diagnostic> faults) {
        return declared.contains(tree.getVariable().toString())
                && faults.stream().allMatch(fault -> fault.is("prob.found.req"));
    }
}
