package io.github.microgradj.snippet.compiler;

import io.github.microgradj.language.infix.Diagnostic;
import io.github.microgradj.language.infix.InfixTranslator;
import java.util.List;
import java.util.regex.Pattern;
import jdk.jshell.JShell;

/**
 * A dry run. It compiles each form of a snippet inside code that has no effect, without running the snippet.
 *
 * @param expressions whether all snippets are known to be expressions, in which case each form is compiled only once
 */
public record DryRun(JShell shell, InfixTranslator.Java session, boolean expressions) implements InfixTranslator.Java {
    private static final Pattern IMPORT = Pattern.compile("\\s*import\\s.*", Pattern.DOTALL);

    private static final List<String> SYNTAX = List.of(
            "not.stmt",
            "expected",
            "illegal.start",
            "illegal.char",
            "premature",
            "orphaned",
            "unclosed",
            "invalid.meth");

    @Override
    public List<Diagnostic> run(String source) {
        if (expressions) {
            return TrialCompiler.expression(shell, source);
        }
        if (IMPORT.matcher(source).matches()) {
            return List.of();
        }
        List<Diagnostic> asStatement = TrialCompiler.statement(shell, source);
        if (asStatement.stream().noneMatch(DryRun::isOfSyntax)) {
            return asStatement;
        }
        List<Diagnostic> asExpression = TrialCompiler.expression(shell, source);
        if (asExpression.stream().noneMatch(DryRun::isOfSyntax)) {
            return asExpression;
        }
        List<Diagnostic> asMember = TrialCompiler.member(shell, source);
        return asMember.stream().noneMatch(DryRun::isOfSyntax) ? asMember : asStatement;
    }

    /**
     * Returns whether the error is a syntax error, judging by its key. Later phases report errors about names, types
     * and flow.
     */
    private static boolean isOfSyntax(Diagnostic fault) {
        return SYNTAX.stream().anyMatch(key -> fault.code().startsWith("compiler.err." + key));
    }

    @Override
    public boolean isVariable(String name) {
        return session.isVariable(name);
    }

    @Override
    public boolean declares() {
        return session.declares();
    }
}
