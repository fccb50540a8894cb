package io.github.microgradj.shell.snippet;

import io.github.microgradj.shell.infix.Token;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;

/**
 * Declarations whose supertypes are still to come. JShell keeps a declaration that lacks a type, but refuses some that are wrong
 * without it: before Java 19 those with {@code @Override} or {@code non-sealed}, always those with {@code super.f()}. They are
 * kept in a form without these words, which never runs, and declared as written when the types are there.
 */
final class ForwardDeclarations {
    private static final String UNRESOLVED = "compiler.err.cant.resolve";

    private final JShell shell;
    /** The texts as they were written, by their forms. */
    private final Map<String, String> written = new LinkedHashMap<>();

    ForwardDeclarations(JShell shell) {
        this.shell = shell;
    }

    /** The form in which JShell keeps a declaration it has refused; empty if there is none. */
    Optional<String> form(String source, Evaluation.Rejected rejected) {
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

    /** Of the same length, so that all keeps its place. */
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

    /** Notes that a form has been declared. */
    void add(String form, String source) {
        written.put(form, source);
    }

    /** A declaration that lacks nothing any more, and its text as it was written. */
    record Complete(Snippet form, String source) {}

    /** Returns, and forgets, those that lack nothing any more. */
    List<Complete> takeComplete() {
        List<Complete> complete = written.isEmpty() ? List.of() : complete().toList();
        complete.forEach(each -> written.remove(each.form.source()));
        return complete;
    }

    private Stream<Complete> complete() {
        return shell.snippets()
                .filter(snippet -> shell.status(snippet) == Status.VALID && written.containsKey(snippet.source()))
                .map(snippet -> new Complete(snippet, written.get(snippet.source())));
    }
}
