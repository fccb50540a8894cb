package io.github.microgradj.snippet.compiler;

import io.github.microgradj.language.infix.Token;
import io.github.microgradj.snippet.model.Evaluation;
import io.github.microgradj.snippet.model.SnippetForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.TypeDeclSnippet;

/**
 * The declarations whose supertypes have not been declared yet. JShell accepts most declarations with a missing type,
 * but rejects those that are invalid without it: always those with {@code super.f()} and, before Java 19, those with
 * {@code @Override} or {@code non-sealed}. JShell first receives such a declaration in a form without these words,
 * which never runs. Once the missing types exist, JShell receives the declaration as the user wrote it.
 */
public final class ForwardDeclarations {
    private static final String UNRESOLVED = "compiler.err.cant.resolve";
    private static final String NO_SUBTYPES = "compiler.err.sealed.class.must.have.subclasses";

    private final JShell shell;
    /** The sources as the user wrote them. The key is the form that was declared instead. */
    private final Map<String, String> written = new LinkedHashMap<>();

    public ForwardDeclarations(JShell shell) {
        this.shell = shell;
    }

    /** Returns the form to declare instead of a rejected declaration, or empty if there is none. */
    public Optional<String> form(String source, Evaluation.Rejected rejected) {
        boolean lacking = rejected.problems().stream().anyMatch(problem -> isUnresolved(problem))
                && rejected.problems().stream().allMatch(problem -> isUnresolved(problem) || needsSupertype(problem));
        return Optional.of(source)
                .filter(text -> lacking && SnippetForm.isDeclaration(text))
                .map(ForwardDeclarations::withoutSupertype)
                .filter(form -> !form.equals(source));
    }

    private static boolean isUnresolved(Evaluation.Problem problem) {
        return problem.code().startsWith(UNRESOLVED);
    }

    private static boolean needsSupertype(Evaluation.Problem problem) {
        return switch (problem.code()) {
            case "compiler.err.method.does.not.override.superclass",
                    "compiler.err.non.sealed.with.no.sealed.supertype" -> true;
            case "compiler.err.non-static.cant.be.ref" -> problem.message().contains("variable super ");
            default -> false;
        };
    }

    /**
     * Returns the source with the parts that require a supertype removed or replaced. The length stays the same, so
     * positions remain valid.
     */
    private static String withoutSupertype(String source) {
        List<Token> tokens = Token.of(source);
        StringBuilder form = new StringBuilder(source);
        for (int i = 0; i + 2 < tokens.size(); i++) {
            Token token = tokens.get(i);
            Token next = tokens.get(i + 1);
            if (token.is("@") && next.is("Override")) {
                put(form, token, next, "");
            } else if (token.is("super") && (next.is(".") || next.is("::"))) {
                put(form, token, token, "this");
            } else if (token.is("non") && next.is("-") && tokens.get(i + 2).is("sealed")) {
                put(form, token, tokens.get(i + 2), "final");
            }
        }
        return form.toString();
    }

    private static void put(StringBuilder form, Token first, Token last, String text) {
        int length = last.end() - first.start();
        form.replace(first.start(), last.end(), text + " ".repeat(length - text.length()));
    }

    /**
     * Returns a form of a sealed type that was rejected because it lacks {@code permits}. The types that wait for it
     * become its permitted subtypes.
     */
    public Optional<Wrapping.Attempt> permitting(String source, Evaluation.Rejected rejected) {
        List<Token> tokens = Token.of(source);
        return rejected.problems().stream()
                .filter(problem -> problem.code().equals(NO_SUBTYPES))
                .findFirst()
                .flatMap(problem -> permitting(
                        tokens.stream()
                                .filter(token -> token.start() >= problem.position())
                                .toList(),
                        source));
    }

    /**
     * Returns the sealed type with a {@code permits} clause that lists the types that wait for it, or empty if no types
     * wait for it.
     *
     * @param tokens the tokens of the sealed type, starting with {@code class} or {@code interface}
     */
    private Optional<Wrapping.Attempt> permitting(List<Token> tokens, String source) {
        Optional<Token> body = tokens.stream().filter(token -> token.is("{")).findFirst();
        String subtypes =
                tokens.size() < 2 ? "" : waitingFor(tokens.get(1).text()).collect(Collectors.joining(", "));
        return body.filter(brace -> !subtypes.isEmpty())
                .map(brace -> Wrapping.Attempt.of(
                        source, List.of(new Wrapping.Insertion(brace.start(), " permits " + subtypes + " "))));
    }

    /** Returns the types that wait for the given supertype to be declared. */
    private Stream<String> waitingFor(String supertype) {
        return shell.snippets()
                .filter(snippet ->
                        snippet instanceof TypeDeclSnippet && shell.status(snippet) == Status.RECOVERABLE_NOT_DEFINED)
                .map(TypeDeclSnippet.class::cast)
                .filter(type -> shell.unresolvedDependencies(type).anyMatch(("class " + supertype)::equals)
                        && inherits(type.source(), supertype))
                .map(TypeDeclSnippet::name);
    }

    /** Returns whether the given name follows {@code extends} or {@code implements}, outside angle brackets. */
    private static boolean inherits(String source, String supertype) {
        int depth = 0;
        boolean inheriting = false;
        for (Token token : Token.of(source)) {
            depth += token.is("<") ? 1 : token.is(">") ? -1 : 0;
            inheriting |= depth == 0 && (token.is("extends") || token.is("implements"));
            if (token.is("{") || (inheriting && depth == 0 && token.is(supertype))) {
                return inheriting && !token.is("{");
            }
        }
        return false;
    }

    /** Records that a form has been declared instead of the source. */
    public void add(String form, String source) {
        written.put(form, source);
    }

    /** A form whose missing types have all been declared, and the source as the user wrote it. */
    public record Complete(Snippet form, String source) {}

    /** Removes and returns the declarations whose missing types have all been declared. */
    public List<Complete> takeComplete() {
        List<Complete> complete = written.isEmpty() ? List.of() : complete().toList();
        complete.forEach(each -> written.remove(each.form.source()));
        return complete;
    }

    private Stream<Complete> complete() {
        return shell.snippets()
                .filter(snippet -> shell.status(snippet) == Status.VALID)
                .flatMap(snippet ->
                        Stream.ofNullable(written.get(snippet.source())).map(source -> new Complete(snippet, source)));
    }
}
