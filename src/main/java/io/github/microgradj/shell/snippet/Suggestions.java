package io.github.microgradj.shell.snippet;

import io.github.microgradj.shell.infix.Infix;
import io.github.microgradj.shell.snippet.SnippetEngine.Completions;
import java.util.List;
import java.util.function.Function;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/**
 * What may be typed at the cursor. JShell knows; but for {@code (a + b).} it has no type, so it is asked about the plain Java
 * that the operand comes to.
 */
record Suggestions(SourceCodeAnalysis analysis, Function<String, Infix.Translation> java) {
    Completions at(String code, int cursor) {
        Completions found = ofJava(Infix.masked(code), cursor);
        int dot = code.lastIndexOf('.', cursor - 1);
        boolean member = dot > 0
                && code.charAt(dot - 1) == ')'
                && code.substring(dot + 1, cursor).chars().allMatch(Character::isJavaIdentifierPart);
        return found.continuations().isEmpty() && member ? ofInfix(code, dot, cursor) : found;
    }

    private Completions ofInfix(String code, int dot, int cursor) {
        Infix.Translation operand = java.apply(code.substring(Infix.operandBefore(code, dot), dot));
        String member = code.substring(dot, cursor);
        List<String> continuations = operand.faults().isEmpty()
                ? ofJava(operand.java() + member, operand.java().length() + member.length())
                        .continuations()
                : List.of();
        return new Completions(dot + 1, continuations);
    }

    private Completions ofJava(String code, int cursor) {
        int[] anchor = {cursor};
        List<Suggestion> suggestions = analysis.completionSuggestions(code, cursor, anchor);
        boolean anyFits = suggestions.stream().anyMatch(Suggestion::matchesType);
        return new Completions(
                anchor[0],
                suggestions.stream()
                        .filter(suggestion -> !anyFits || suggestion.matchesType())
                        .map(Suggestion::continuation)
                        .distinct()
                        .toList());
    }

    List<String> signatures(String code, int cursor) {
        return analysis.documentation(Infix.masked(code), cursor, false).stream()
                .map(Documentation::signature)
                .distinct()
                .toList();
    }
}
