package io.github.microgradj.snippet.execution;

import io.github.microgradj.language.infix.Assignment;
import io.github.microgradj.snippet.compiler.CompilerGuard;
import io.github.microgradj.snippet.compiler.ForwardDeclarations;
import io.github.microgradj.snippet.compiler.Wrapping;
import io.github.microgradj.snippet.model.Evaluation;
import io.github.microgradj.snippet.model.Origin;
import io.github.microgradj.snippet.model.SnippetForm;
import io.github.microgradj.snippet.runtime.ObjectTransfer;
import io.github.microgradj.text.TypeNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.VarSnippet;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.jspecify.annotations.Nullable;

/**
 * A session of plain Java in this process. It consists of a JShell instance, its variables, and the execution control
 * that runs the compiled code.
 */
public final class JShellSession implements AutoCloseable {
    private final String startup;
    private final InProcessExecutionControl control;
    private final JShell shell;
    private final Aftermath aftermath;
    private final ForwardDeclarations forward;
    private final int ofStartup;
    private int results;
    private int probes;
    private boolean probing;
    private String submitted = "";
    /** The origin of the snippet that is being submitted. */
    private Origin origin = Origin.typed("");

    private final Map<String, Origin> origins = new HashMap<>();

    public JShellSession(String startup, InProcessExecutionControl control) {
        this.startup = startup;
        this.control = control;
        this.shell = JShell.builder()
                .executionEngine(new LiveControlProvider(control), Map.of())
                .compilerOptions("-parameters")
                .tempVariableNameGenerator(this::nameOfResult)
                .build();
        this.aftermath = new Aftermath(shell, control);
        this.forward = new ForwardDeclarations(shell);
        runStartup();
        ofStartup = (int) shell.snippets().count();
        results = 0;
    }

    /**
     * Returns the name of the next temporary variable. The user's results are numbered without gaps, although JShell
     * never reuses the number of a dropped result.
     */
    private String nameOfResult() {
        return probing || Assignment.target(submitted).isPresent() ? "$probe" + ++probes : "$" + ++results;
    }

    /**
     * Runs the startup script. JShell accepts a series of imports as one snippet. Submitting them one by one would
     * double the time to the first result.
     */
    private void runStartup() {
        for (SnippetEvent event : shell.eval(startup)) {
            if (event.status() == Status.REJECTED) {
                throw new IllegalStateException("the startup script does not compile: "
                        + shell.diagnostics(event.snippet()).toList());
            }
        }
    }

    /** Returns the underlying JShell, for queries about its snippets. */
    public JShell shell() {
        return shell;
    }

    public SourceCodeAnalysis analysis() {
        return shell.sourceCodeAnalysis();
    }

    /** Returns the startup script, which also imports the types that the shell itself needs. */
    String startup() {
        return startup;
    }

    /**
     * Sets whether the next snippets are probes, which leave no results in the session. Probes use separate
     * names, so that the user's results are numbered without
     * gaps.
     */
    public void setProbing(boolean probing) {
        this.probing = probing;
    }

    /** Sets the origin of the snippets that are submitted next. */
    void setOrigin(Origin origin) {
        this.origin = origin;
    }

    /** Returns the origin of the snippet with the given id. */
    Origin origin(String id) {
        return origins.getOrDefault(id, origin);
    }

    /** Compiles and runs plain Java. */
    public Evaluation submit(String source) {
        Evaluation evaluation = submitOrDefer(source);
        if (evaluation instanceof Evaluation.Rejected rejected) {
            evaluation = Wrapping.mended(source, rejected)
                    .or(() -> forward.permitting(source, rejected))
                    .map(attempt -> attempt.mappedBack(submitOrDefer(attempt.source())))
                    .orElse(rejected);
        }
        return completed(evaluation);
    }

    /** Submits the source. If it is rejected, submits a form that can wait for missing types. */
    private Evaluation submitOrDefer(String source) {
        Evaluation evaluation = submitAnew(source);
        Optional<String> form =
                evaluation instanceof Evaluation.Rejected rejected ? forward.form(source, rejected) : Optional.empty();
        Evaluation deferred = form.map(this::submitAnew).orElse(evaluation);
        if (form.isEmpty() || deferred instanceof Evaluation.Rejected) {
            return evaluation;
        }
        forward.add(form.get(), source);
        return deferred;
    }

    /**
     * Redeclares the declarations whose missing types now exist, this time as the user wrote them. Returns the given
     * evaluation or, if the evaluated declaration is one of these and is now rejected, its errors.
     */
    private Evaluation completed(Evaluation evaluation) {
        Origin own = origin;
        Evaluation outcome = evaluation;
        for (ForwardDeclarations.Complete each : forward.takeComplete()) {
            origin = origin(each.form().id());
            if (submitAsItIs(each.source()) instanceof Evaluation.Rejected rejected) {
                if (origin.equals(own)) {
                    aftermath.begin(); // A rejected snippet has no effects.
                    outcome = rejected;
                } else {
                    aftermath.dropped(each.form(), rejected);
                }
            }
        }
        origin = own;
        return outcome;
    }

    private Evaluation submitAnew(String source) {
        aftermath.begin();
        return submitAsItIs(source);
    }

    private Evaluation submitAsItIs(String source) {
        control.reset();
        submitted = source;
        try {
            List<SnippetEvent> events = CompilerGuard.eval(shell, SnippetForm.withoutOverlooked(source));
            aftermath.of(events);
            events.stream()
                    .filter(event ->
                            event.causeSnippet() == null && event.status().isActive())
                    .forEach(event -> origins.put(event.snippet().id(), origin));
            return new EvaluationMapper(this, shell, control).on(events);
        } finally {
            control.reset(); // Releases objects for garbage collection.
        }
    }

    /** Returns the effects of the last submission on other declarations, as text. */
    public List<String> consequences() {
        return aftermath.consequences();
    }

    /** Returns the variables in order of declaration, including those whose type has not been declared yet. */
    public Stream<VarSnippet> variables() {
        return shell.variables().filter(variable -> shell.status(variable).isActive());
    }

    public boolean isVariable(String name) {
        return variables().anyMatch(variable -> variable.name().equals(name));
    }

    /** Returns the variable with the given name, or empty if it does not exist or has no value. */
    public Optional<VarSnippet> variable(String name) {
        return variables()
                .filter(variable ->
                        variable.name().equals(name) && shell.status(variable).isDefined())
                .findFirst();
    }

    @Nullable
    public Object valueOf(VarSnippet variable) {
        shell.varValue(variable);
        Object value = control.value;
        control.reset();
        return value;
    }

    public Declarations declarations() {
        return new Declarations(shell, ofStartup, aftermath);
    }

    public void addToClasspath(String path) {
        shell.addToClasspath(path);
    }

    public void drop(String name) {
        variable(name).ifPresent(aftermath::drop);
    }

    /**
     * Declares a variable that holds the given object. If the variable exists with the same type, assigns the object
     * without compiling.
     */
    public void define(String name, String type, Object value) {
        Optional<VarSnippet> sameType = variable(name).filter(variable -> TypeNames.withoutPackages(variable.typeName())
                .equals(TypeNames.withoutPackages(type)));
        if (sameType.isPresent()) {
            control.assign(value, () -> shell.varValue(sameType.get()));
        } else {
            Evaluation declaration = redefine(name, type, value);
            boolean holds =
                    variable(name).map(this::valueOf).filter(value::equals).isPresent();
            if (!(declaration instanceof Evaluation.Result) && !holds) {
                throw new IllegalStateException("cannot declare " + type + " " + name + ": " + declaration);
            }
        }
    }

    /** Declares a variable that holds the given object. Replaces any variable with that name. */
    Evaluation redefine(String name, String type, @Nullable Object value) {
        return handOver(name, type, value, this::submit);
    }

    /** Declares a variable that holds the given object, while another snippet is being submitted. */
    void declare(String name, String type, @Nullable Object value) {
        handOver(name, type, value, shell::eval);
        control.fields().lost().remove(name);
    }

    private <T> T handOver(String name, String type, @Nullable Object value, Function<String, T> java) {
        ObjectTransfer.put(value);
        return control.here(() ->
                java.apply("%1$s %2$s = (%1$s) %3$s.take();".formatted(type, name, ObjectTransfer.class.getName())));
    }

    @Override
    public void close() {
        shell.close();
    }

    /** The provider through which JShell obtains its execution control. */
    private record LiveControlProvider(InProcessExecutionControl control) implements ExecutionControlProvider {
        @Override
        public String name() {
            return "live";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
            return control;
        }
    }
}
