package io.github.microgradj.snippet.execution;

import io.github.microgradj.language.infix.Diagnostic;
import io.github.microgradj.language.infix.InfixTranslator;
import io.github.microgradj.snippet.model.Evaluation;
import io.github.microgradj.snippet.model.Origin;
import java.util.List;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;

/**
 * The link between the infix translator and JShell. It submits each form of a snippet to JShell, and ensures that a
 * rejected form changes nothing.
 */
public final class RewritingEvaluator implements InfixTranslator.Java {
    private final JShellSession session;
    private final JShell shell;
    private final boolean declares;
    private String java = "";
    private Evaluation evaluation = new Evaluation.Done("");

    public RewritingEvaluator(JShellSession session, boolean declares) {
        this.session = session;
        this.shell = session.shell();
        this.declares = declares;
    }

    /** Runs a snippet. Its operators are rewritten if necessary. */
    public Evaluation eval(InfixTranslator infix, String source, Origin origin) {
        session.setOrigin(origin);
        InfixTranslator.Translation translation = infix.run(source, this);
        java = translation.java();
        List<Diagnostic> faults = translation.faults();
        if (!faults.isEmpty()) {
            return new Evaluation.Rejected(
                    faults.stream().map(Evaluation.Problem::new).toList());
        }
        if (evaluation instanceof Evaluation.Rejected) {
            return new Evaluation.Done(""); // The snippet is a comment or a Python import, without any Java to run.
        }
        repair(infix);
        return evaluation;
    }

    /** Returns the plain Java that ran. */
    public String java() {
        return java;
    }

    /**
     * Rewrites earlier declarations that are not valid now that a name they use has been declared. For example, the
     * compiler could not reject {@code 3*f(x)} before {@code f} was declared.
     */
    private void repair(InfixTranslator infix) {
        Evaluation kept = evaluation;
        List<Snippet> broken = shell.snippets()
                .filter(snippet -> shell.status(snippet) == Status.RECOVERABLE_DEFINED
                        || shell.status(snippet) == Status.RECOVERABLE_NOT_DEFINED)
                .filter(snippet -> snippet instanceof DeclarationSnippet
                        && shell.diagnostics(snippet)
                                .anyMatch(diagnostic -> diagnostic.getCode().contains("operator.cant.be.applied")))
                .toList();
        for (Snippet snippet : broken) {
            session.setOrigin(session.origin(snippet.id()));
            infix.run(snippet.source(), this);
        }
        evaluation = kept;
    }

    @Override
    public List<Diagnostic> run(String source) {
        Redeclaration redeclaration = new Redeclaration(session, source);
        List<Diagnostic> faults = redeclaration.faults();
        if (!faults.isEmpty()) {
            return faults;
        }
        evaluation = redeclaration.run();
        return faults(evaluation);
    }

    public static List<Diagnostic> faults(Evaluation evaluation) {
        if (!(evaluation instanceof Evaluation.Rejected rejected)) {
            return List.of();
        }
        return rejected.problems().isEmpty()
                ? List.of(new Diagnostic("", "the shell cannot run this as Java", 0, 0, 0))
                : rejected.problems().stream().map(Evaluation.Problem::fault).toList();
    }

    @Override
    public boolean isVariable(String name) {
        return session.isVariable(name);
    }

    @Override
    public boolean declares() {
        return declares;
    }
}
