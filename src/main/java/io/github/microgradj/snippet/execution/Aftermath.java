package io.github.microgradj.snippet.execution;

import io.github.microgradj.snippet.compiler.TrialCompiler;
import io.github.microgradj.snippet.execution.VariableFields.Kept;
import io.github.microgradj.snippet.model.Evaluation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/**
 * The effects of adding or dropping a declaration on the declarations that use it. JShell discards a variable when its
 * initializer no longer compiles, although the variable still holds its object and no longer needs the initializer.
 */
final class Aftermath {
    private final JShell shell;
    private final InProcessExecutionControl control;
    private final List<String> broken = new ArrayList<>();

    Aftermath(JShell shell, InProcessExecutionControl control) {
        this.shell = shell;
        this.control = control;
    }

    void begin() {
        control.fields().lost().clear();
        broken.clear();
    }

    /** Repairs the declarations that a snippet has broken, where possible. */
    void of(List<SnippetEvent> events) {
        Set<String> own = events.stream()
                .filter(event -> event.causeSnippet() == null && event.snippet() instanceof VarSnippet)
                .map(event -> ((VarSnippet) event.snippet()).name())
                .collect(Collectors.toSet());
        List<Snippet> declared = shell.snippets().toList(); // JShell's events are unordered.
        List<SnippetEvent> inOrder = events.stream()
                .sorted(Comparator.comparingInt(event -> declared.indexOf(event.snippet())))
                .toList();
        for (SnippetEvent event : inOrder) {
            boolean given = event.causeSnippet() != null && event.previousStatus() == Status.VALID;
            if (given
                    && event.snippet() instanceof DeclarationSnippet declaration
                    && isBroken(declaration)
                    && !(declaration instanceof VarSnippet variable && mended(variable))) {
                broken.add(EvaluationMapper.missing(shell, declaration));
            }
        }
        control.fields().lost().keySet().removeAll(own);
    }

    /** Drops a declaration. Variables that were computed from it remain. */
    void drop(Snippet snippet) {
        of(shell.drop((PersistentSnippet) snippet));
    }

    private boolean isBroken(Snippet snippet) {
        return shell.status(snippet) == Status.RECOVERABLE_DEFINED
                || shell.status(snippet) == Status.RECOVERABLE_NOT_DEFINED;
    }

    /** Redeclares a variable without its initializer if its type still exists. Returns whether this was possible. */
    private boolean mended(VarSnippet variable) {
        String declaration = variable.typeName() + " " + variable.name() + ";";
        Optional<Kept> kept = control.fields().kept(variable.name());
        if (kept.isEmpty() || !TrialCompiler.statement(shell, declaration).isEmpty()) {
            return false;
        }
        control.here(() -> shell.eval(declaration));
        control.fields().takeOver(kept.get());
        return true;
    }

    /** Records that a declaration was dropped because it no longer compiles. */
    void dropped(Snippet snippet, Evaluation.Rejected rejected) {
        String problem = rejected.problems().stream()
                .map(Evaluation.Problem::message)
                .findFirst()
                .orElse("it does not compile");
        broken.add(EvaluationMapper.name(snippet) + " is dropped: " + problem.replaceAll("\\s*\n\\s*", "; "));
    }

    /** Returns the effects, one clause for each affected declaration. */
    List<String> consequences() {
        return Stream.concat(
                        control.fields().lost().entrySet().stream()
                                .map(each -> each.getKey() + " is " + each.getValue() + " now"),
                        broken.stream())
                .toList();
    }
}
