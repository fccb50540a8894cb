package io.github.microgradj.language.infix;

import com.sun.source.tree.AssignmentTree;
import io.github.microgradj.language.infix.SourceText.Change;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Infix arithmetic on values. Plain Java always wins: a snippet is run as it stands, and only what the compiler refuses is
 * rewritten, in rounds. A line that is not Java even so may be one of Python.
 */
public final class InfixTranslator {
    /** Each round rewrites an operator at least, so this is never reached. */
    private static final int MOST_ROUNDS = 100;

    private static final Pattern VARIABLE = Pattern.compile("symbol: +variable ");
    private static final Pattern DECLARATION = Pattern.compile("\\s*var (\\S+).*", Pattern.DOTALL);

    private static final Pattern TYPED =
            Pattern.compile("\\s*(?:final\\s+)?[A-Za-z][\\w.<>\\[\\], ]*?\\s+(\\w+)\\s*=(?!=)");

    /** The Java under the infix. */
    public interface Java {
        /**
         * Compiles a snippet and, if nothing is wrong, runs it.
         *
         * @return what is wrong with it; empty if it ran
         */
        List<Diagnostic> run(String source);

        /** Whether there is a variable of this name. */
        boolean isVariable(String name);

        /** Whether {@code c = a + b} declares a {@code c} that does not exist, as in Python. */
        boolean declares();
    }

    /**
     * What became of a snippet.
     *
     * @param java the Java it came to
     * @param faults what is wrong with it, in places of the user's text; empty if it ran
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

    /** A layer that knows of variables an assignment has declared. */
    public InfixTranslator(List<String> declared) {
        this.declared = new LinkedHashSet<>(declared);
    }

    /** The variables that assignments have declared, in order. */
    public List<String> declared() {
        return List.copyOf(declared);
    }

    /** The text with operators that Java knows in place of {@code **}, of the same length, for what looks at the form alone. */
    public static String masked(String text) {
        return PowerOperator.masked(text);
    }

    /** The index at which the operand begins that ends at an index: a name or parenthesis with what is selected from it. */
    public static int operandBefore(String text, int end) {
        List<Token> tokens = Token.of(text.substring(0, end));
        int first = PowerOperator.operandBefore(tokens, tokens.size());
        return first < tokens.size() ? tokens.get(first).start() : end;
    }

    /** Whether a text begins with a line that can be nothing but Python; such a line is a unit of its own. */
    public static boolean isPython(String text) {
        return PythonForm.begins(text);
    }

    /** Whether a text is a line whose {@code //} may divide, as in Python. */
    public static boolean mayDivide(String text) {
        return text.strip().lines().count() == 1 && Quotients.hasFloor(text);
    }

    /** The index at which the first statement of such a text ends; empty if it goes on in the next line. */
    public static OptionalInt endOfPython(String text) {
        return PythonForm.end(text);
    }

    /** What to tell of a snippet that Java took as it stands, but whose numbers a reader of Python would expect otherwise. */
    public static Optional<String> hint(String java) {
        return Quotients.hint(java);
    }

    /** Whether a line goes on with a block of Python above it. */
    public static boolean goesOnInBlock(String text, String line) {
        return PythonForm.isBlock(text + "\n" + line) && PythonForm.goesOn(text, line);
    }

    /** Runs a snippet: as Java, else with its operators rewritten, else as a line of Python. */
    public Translation run(String source, Java java) {
        if (PythonForm.isBlock(source)) {
            return refused(source, PythonBlock.refusal(source));
        }
        boolean python = Quotients.isPython(
                source, declared, name -> java.declares() && (declared.contains(name) || !java.isVariable(name)));
        String marked = python ? Quotients.marked(source, java::isVariable) : source;
        Translation asJava = PythonForm.isOfPython(source, python)
                ? new Translation(source, List.of(new Diagnostic("compiler.err.python", "this is not Java", 0, 0, 0)))
                : rounds(marked, java, python);
        if (asJava.ran() || asJava.faults().get(0).code().isEmpty()) {
            forget(source, asJava);
            return asJava;
        }
        try {
            Translation asPython = PythonTranslator.translated(marked, java::isVariable)
                    .map(line -> line.isEmpty() ? new Translation("", List.of()) : runPython(line, java))
                    .orElse(asJava);
            return asPython.ran() ? asPython : withHint(closest(asJava, asPython, source), source);
        } catch (PythonTranslator.Unreadable e) {
            return refused(source, String.valueOf(e.getMessage()));
        }
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

    /** Of a line that is no Java in its form, the reading as Python tells what is wrong; its places are those of the line. */
    private static Translation closest(Translation asJava, Translation asPython, String source) {
        boolean java = asPython.ran()
                || asPython.equals(asJava)
                || SyntaxTrees.of(asPython.java()).isEmpty();
        if (java
                || (asJava.faults().get(0).is("cant.resolve")
                        && !asJava.faults().get(0).message().contains("symbol:   method"))) {
            return asJava;
        }
        int start = source.length() - source.stripLeading().length();
        int end = source.stripTrailing().length();
        return new Translation(
                asPython.java(),
                asPython.faults().stream()
                        .map(fault -> new Diagnostic(fault.code(), fault.message(), start, start, end))
                        .toList());
    }

    /** A variable that was declared as Java does is Java's from then on. */
    private void forget(String source, Translation translation) {
        Matcher typed = TYPED.matcher(source);
        if (translation.ran() && typed.lookingAt()) {
            declared.remove(typed.group(1));
        }
    }

    private static Translation withHint(Translation refused, String source) {
        Diagnostic first = refused.faults().get(0);
        if (first.is("cant.resolve")) {
            return refused; // Java but for a name.
        }
        List<Diagnostic> faults = new ArrayList<>(refused.faults());
        PythonBlock.hint(source, first.position())
                .ifPresent(hint -> faults.set(0, first.withMessage(first.message() + "; " + hint)));
        return new Translation(refused.java(), faults);
    }

    /** A list of Values and numbers is one of Values, and so is one of numbers where Values are expected. */
    private Translation runPython(String python, Java java) {
        Translation asWritten = rounds(python, java, true);
        String ofValues = python.replace("Python.list(", "Python.values(");
        return asWritten.ran() || ofValues.equals(python) ? asWritten : rounds(ofValues, java, true);
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

    /** The text with the divisions of Python. */
    private static SourceText divided(SourceText text) {
        if (!text.text().contains("/") && !text.text().contains("%")) {
            return text;
        }
        return SyntaxTrees.of(text.text())
                .map(parsed -> text.with(OperatorRewrite.quotients(text.text(), parsed, text::isInserted)))
                .orElse(text);
    }

    /** What may make a text compile; nothing if there is nothing to try. */
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

    /** Declares the name that is assigned to if there is none, or if such an assignment gave it another type before. */
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
