package io.github.microgradj.snippet.compiler;

import io.github.microgradj.language.infix.Diagnostic;
import io.github.microgradj.snippet.model.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;

/** Compiles a text without running it, and without a trace in the session. */
public final class TrialCompiler {
    private TrialCompiler() {}

    /** What is wrong with a text that stands in a block which is never entered. */
    public static List<Diagnostic> statement(JShell shell, String text) {
        return inside(shell, "if (false) { ", text, "\n; }");
    }

    /** What is wrong with the initializer of a variable. */
    static List<Diagnostic> expression(JShell shell, String text) {
        return inside(shell, "if (false) { var $checked = ", text, "\n; }");
    }

    /** What is wrong with the declaration of a method or a class. */
    public static List<Diagnostic> member(JShell shell, String text) {
        return inside(shell, "if (false) { class $Checked { ", text, "\n} }");
    }

    private static List<Diagnostic> inside(JShell shell, String before, String text, String after) {
        List<Diagnostic> faults = new ArrayList<>();
        for (SnippetEvent event : CompilerGuard.eval(shell, before + text + after)) {
            for (Evaluation.Problem problem : problems(shell, event.snippet())) {
                faults.add(problem.moved(-1, before.length()).fault());
            }
            shell.drop(event.snippet());
        }
        return faults;
    }

    /** What the compiler had to say against a snippet. */
    public static List<Evaluation.Problem> problems(JShell shell, Snippet snippet) {
        return shell.diagnostics(snippet)
                .filter(diagnostic -> diagnostic.isError())
                .map(diagnostic -> new Evaluation.Problem(
                        diagnostic.getCode(),
                        diagnostic.getMessage(Locale.ROOT),
                        (int) diagnostic.getStartPosition(),
                        (int) diagnostic.getPosition(),
                        (int) diagnostic.getEndPosition()))
                .toList();
    }
}
