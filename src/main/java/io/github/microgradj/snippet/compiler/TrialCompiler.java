package io.github.microgradj.snippet.compiler;

import io.github.microgradj.language.infix.Diagnostic;
import io.github.microgradj.snippet.model.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;

/** A compiler that checks source without running it or changing the session. */
public final class TrialCompiler {
    private TrialCompiler() {}

    /** Returns the errors in statements. Compiles them in a block that is never entered. */
    public static List<Diagnostic> statement(JShell shell, String text) {
        return inside(shell, "if (false) { ", text, "\n; }");
    }

    /** Returns the errors in a variable initializer. */
    static List<Diagnostic> expression(JShell shell, String text) {
        return inside(shell, "if (false) { var $checked = ", text, "\n; }");
    }

    /** Returns the errors in a method or class declaration. */
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

    /** Returns the compiler's errors for a snippet. */
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
