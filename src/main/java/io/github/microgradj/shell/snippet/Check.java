package io.github.microgradj.shell.snippet;

import io.github.microgradj.shell.infix.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;

/** Compiles a text without running it, and without a trace in the session. */
final class Check {
    private Check() {}

    /** What is wrong with a text that stands in a block which is never entered. */
    static List<Fault> statement(JShell shell, String text) {
        return inside(shell, "if (false) { ", text, "\n; }");
    }

    /** What is wrong with the initializer of a variable. */
    static List<Fault> expression(JShell shell, String text) {
        return inside(shell, "if (false) { var $checked = ", text, "\n; }");
    }

    /** What is wrong with the declaration of a method or a class. */
    static List<Fault> member(JShell shell, String text) {
        return inside(shell, "if (false) { class $Checked { ", text, "\n} }");
    }

    private static List<Fault> inside(JShell shell, String before, String text, String after) {
        List<Fault> faults = new ArrayList<>();
        for (SnippetEvent event : CompilerGuard.eval(shell, before + text + after)) {
            for (Evaluation.Problem problem : problems(shell, event.snippet())) {
                faults.add(problem.moved(-1, before.length()).fault());
            }
            shell.drop(event.snippet());
        }
        return faults;
    }

    /** What the compiler had to say against a snippet. */
    static List<Evaluation.Problem> problems(JShell shell, Snippet snippet) {
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
