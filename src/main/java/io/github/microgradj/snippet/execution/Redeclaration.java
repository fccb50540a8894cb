package io.github.microgradj.snippet.execution;

import io.github.microgradj.language.infix.Diagnostic;
import io.github.microgradj.language.infix.Token;
import io.github.microgradj.snippet.compiler.TrialCompiler;
import io.github.microgradj.snippet.model.Evaluation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.VarSnippet;

/**
 * A snippet that may redeclare a name. JShell drops the old declaration before it checks the new one, so this class
 * first compiles the new declaration without running it. This class also handles snippets such as
 * {@code Value a = a * 3}, which read the old {@code a}; in JShell's wrapper class, the new {@code a} would hide the
 * old one.
 */
final class Redeclaration {
    private static final Pattern DECLARED = Pattern.compile(
            "(?<=[\\w$>\\]])\\s+([\\w$]+)(?=\\s*(?:[=,;({<\\[]|\\w|$))", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Set<String> KINDS = Set.of("class", "interface", "enum", "record");
    private static final Pattern TYPE = Pattern.compile("\\b(?:" + String.join("|", KINDS) + ")\\s");
    private static final Pattern MODIFIERS = Pattern.compile("^\\s*(?:(?:public|protected|private|static|final)\\s+)+");
    private static final Pattern VAR =
            Pattern.compile("\\s*(?:final\\s+)?var\\s+([\\w$]+)\\s*=", Pattern.UNICODE_CHARACTER_CLASS);
    /**
     * Whether overloads can call each other. JShell 17 compiles each overload in a separate class, where it hides the
     * overloads in other classes.
     */
    private static final boolean OVERLOADS_SEE_EACH_OTHER = Runtime.version().feature() >= 18;

    private static final String FRESH = "$new";

    private final JShellSession session;
    private final JShell shell;
    private final String source;
    private final Optional<String> reserved;
    private final List<Snippet> parts;

    Redeclaration(JShellSession session, String source) {
        this.session = session;
        this.shell = session.shell();
        this.source = source;
        this.reserved = declaredTypes().stream()
                .filter(type -> BuiltInTypes.contains(session.startup(), type))
                .findFirst();
        // JShell 25 treats a type as declared once it is parsed, so a rejected type must not be parsed.
        this.parts = reserved.isEmpty() && isWorthParsing()
                ? shell.sourceCodeAnalysis().sourceToSnippets(source)
                : List.of();
    }

    /** Returns the names of the top-level types that the text declares. */
    private List<String> declaredTypes() {
        List<String> names = new ArrayList<>();
        List<Token> tokens = TYPE.matcher(source).find() ? Token.of(source) : List.of();
        int depth = 0;
        for (int i = 0; i + 1 < tokens.size(); i++) {
            depth += tokens.get(i).nesting();
            if (depth == 0
                    && KINDS.contains(tokens.get(i).text())
                    && tokens.get(i + 1).isWord()) {
                names.add(tokens.get(i + 1).text());
            }
        }
        return names;
    }

    /**
     * Returns whether the snippet may replace a declaration. Most snippets do not, and parsing a snippet takes as long
     * as running it.
     */
    private boolean isWorthParsing() {
        Set<String> names =
                DECLARED.matcher(source).results().map(match -> match.group(1)).collect(Collectors.toSet());
        return !names.isEmpty()
                && (TYPE.matcher(source).find()
                        || hasCommaOutsideBrackets()
                        || active().anyMatch(old -> names.contains(old.name())));
    }

    /** Returns whether the snippet has a comma outside brackets, as in {@code int i = 1, k = 2}. */
    private boolean hasCommaOutsideBrackets() {
        int depth = 0;
        for (Token token : Token.withComments(source)) {
            depth += token.nesting();
            if (depth == 0 && token.is(",")) {
                return true;
            }
        }
        return false;
    }

    /** Returns the active variables, methods and types. */
    private Stream<DeclarationSnippet> active() {
        return shell.snippets()
                .filter(snippet -> snippet instanceof DeclarationSnippet && !(snippet instanceof ImportSnippet))
                .map(DeclarationSnippet.class::cast)
                .filter(snippet -> shell.status(snippet).isActive());
    }

    /**
     * Returns the errors that prevent the snippet from being submitted to JShell. The list is empty for most snippets
     * that replace no declaration, because they are not checked here.
     */
    List<Diagnostic> faults() {
        if (reserved.isPresent()) {
            return List.of(refusal(reserved.get()));
        }
        boolean several = parts.size() > 1 && parts.stream().allMatch(VarSnippet.class::isInstance);
        boolean check = several || parts.stream().anyMatch(this::replaces);
        List<Diagnostic> faults = check && !readsItself() ? check() : List.of();
        return faults.isEmpty() && !OVERLOADS_SEE_EACH_OTHER && parts.size() == 1 ? checkOverload() : faults;
    }

    private Diagnostic refusal(String name) {
        int start = Math.max(0, source.indexOf(name));
        return new Diagnostic(
                "",
                name + " is a type that the shell itself needs; choose another name",
                start,
                start,
                start + name.length());
    }

    private boolean replaces(Snippet part) {
        return part instanceof DeclarationSnippet declaration
                && active().anyMatch(old -> old.getClass() == declaration.getClass()
                        && old.name().equals(declaration.name())
                        && !isOverload(old, declaration));
    }

    private static boolean isOverload(Snippet old, Snippet declaration) {
        return old instanceof MethodSnippet one
                && declaration instanceof MethodSnippet other
                && one.name().equals(other.name())
                && !one.parameterTypes().equals(other.parameterTypes());
    }

    /**
     * Compiles the declaration in a block that never runs. A method or class may refer to names that have not been
     * declared yet.
     */
    private List<Diagnostic> check() {
        if (parts.get(0) instanceof VarSnippet) {
            Matcher modifiers = MODIFIERS.matcher(source);
            int from = modifiers.find() ? modifiers.end() : 0;
            return TrialCompiler.statement(shell, " ".repeat(from) + source.substring(from));
        }
        List<Diagnostic> faults = checkMember();
        boolean toCome = faults.stream().allMatch(fault -> fault.code().startsWith("compiler.err.cant.resolve"));
        return toCome ? List.of() : faults;
    }

    private List<Diagnostic> checkMember() {
        return TrialCompiler.member(shell, source + "\n" + overloads()).stream()
                .filter(fault -> fault.start() < source.length())
                .toList();
    }

    /** Returns the sources of the other methods with the same name. */
    private String overloads() {
        return active().filter(old -> isOverload(old, parts.get(0)))
                .map(Snippet::source)
                .collect(Collectors.joining("\n"));
    }

    /**
     * Returns the errors in a method that compiles only together with its overloads. JShell would reject such a method.
     * The list is empty for any other method.
     */
    private List<Diagnostic> checkOverload() {
        boolean right = !overloads().isEmpty() && checkMember().isEmpty();
        return (right ? TrialCompiler.member(shell, source) : List.<Diagnostic>of())
                .stream()
                        .map(fault -> new Diagnostic(
                                "",
                                "before Java 18, a method in the shell cannot call another method of the same name;"
                                        + " declare both in a class",
                                fault.start(),
                                fault.position(),
                                fault.end()))
                        .toList();
    }

    /**
     * Returns whether the snippet declares a variable whose new value depends on the old one, directly or through other
     * variables. For example, after {@code var y = x + 1}, the declaration {@code var x = y * 2.5} would be a cycle for
     * JShell, and neither variable would have a value.
     */
    private boolean readsItself() {
        return !name().isEmpty()
                && session.isVariable(name())
                && declarator().find()
                && (occurrences() > 1 || words(source).anyMatch(readersOf(name())::contains));
    }

    /** Returns the names of the declarations that use the given name, directly or indirectly. */
    private Set<String> readersOf(String name) {
        List<DeclarationSnippet> declared =
                active().filter(each -> !each.name().equals(name)).toList();
        Set<String> readers = new HashSet<>(Set.of(name));
        boolean grown = true;
        while (grown) {
            grown = readers.addAll(declared.stream()
                    .filter(each -> words(each.source()).anyMatch(readers::contains))
                    .map(DeclarationSnippet::name)
                    .toList());
        }
        readers.remove(name);
        return readers;
    }

    private static Stream<String> words(String text) {
        return Token.of(text).stream().filter(Token::isWord).map(Token::text);
    }

    /**
     * Returns the name of the declared variable if there is exactly one. JShell does not recognize
     * {@code var a = a * 3} as a declaration, because its parser rejects the text.
     */
    private String name() {
        if (parts.size() == 1 && parts.get(0) instanceof VarSnippet variable) {
            return variable.name();
        }
        Matcher matcher = VAR.matcher(source);
        return parts.size() == 1 && matcher.lookingAt() ? matcher.group(1) : "";
    }

    private String word() {
        return "(?<![\\w$.])" + Pattern.quote(name()) + "(?![\\w$])";
    }

    private Matcher declarator() {
        return Pattern.compile(word() + "(?=\\s*=)", Pattern.UNICODE_CHARACTER_CLASS)
                .matcher(source);
    }

    private long occurrences() {
        return Pattern.compile(word(), Pattern.UNICODE_CHARACTER_CLASS)
                .matcher(source)
                .results()
                .count();
    }

    Evaluation run() {
        return readsItself() ? runFresh() : session.submit(source);
    }

    /**
     * Computes the new value in a temporary variable while the old variable still exists, and then redeclares the
     * variable with that value.
     */
    private Evaluation runFresh() {
        Matcher declarator = declarator();
        boolean found = declarator.find();
        int end = found ? declarator.end() : 0;
        Evaluation evaluation = session.submit(source.substring(0, end) + FRESH + source.substring(end));
        session.drop(name() + FRESH);
        if (evaluation instanceof Evaluation.Result result) {
            return session.redefine(name(), result.type(), result.value());
        }
        return evaluation instanceof Evaluation.Rejected rejected
                ? new Evaluation.Rejected(rejected.problems().stream()
                        .map(problem -> problem.moved(end, FRESH.length()))
                        .toList())
                : evaluation;
    }
}
