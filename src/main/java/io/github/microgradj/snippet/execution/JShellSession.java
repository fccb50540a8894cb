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

/** Plain Java in this process: a JShell, the variables it keeps, and the control that runs what it compiles. */
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
    /** Where what is submitted now was written, and all that was submitted before, by the names of JShell. */
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

    /** Numbers what the user sees without gaps: JShell never gives the number of a dropped result again. */
    private String nameOfResult() {
        return probing || Assignment.target(submitted).isPresent() ? "$probe" + ++probes : "$" + ++results;
    }

    /** JShell takes a run of imports as one snippet; one by one they would double the time to the first result. */
    private void runStartup() {
        for (SnippetEvent event : shell.eval(startup)) {
            if (event.status() == Status.REJECTED) {
                throw new IllegalStateException("the startup script does not compile: "
                        + shell.diagnostics(event.snippet()).toList());
            }
        }
    }

    /** The JShell itself, for questions about its snippets. */
    public JShell shell() {
        return shell;
    }

    public SourceCodeAnalysis analysis() {
        return shell.sourceCodeAnalysis();
    }

    /** The startup script, which tells the types the shell itself needs. */
    String startup() {
        return startup;
    }

    /** Whether results are named aside, so that the user's are numbered without gaps. */
    public void setProbing(boolean probing) {
        this.probing = probing;
    }

    /** Says where what is submitted from now on was written. */
    void setOrigin(Origin origin) {
        this.origin = origin;
    }

    /** Where a snippet was written. */
    Origin origin(String id) {
        return origins.getOrDefault(id, origin);
    }

    /** Compiles and runs plain Java. */
    public Evaluation submit(String source) {
        Evaluation evaluation = submitOrDefer(source);
        if (evaluation instanceof Evaluation.Rejected rejected) {
            evaluation = Wrapping.mended(source, rejected)
                    .or(() -> forward.permitting(source, rejected))
                    .map(attempt -> attempt.told(submitOrDefer(attempt.source())))
                    .orElse(rejected);
        }
        return completed(evaluation);
    }

    /** Submits a text, and if it is refused, the form in which it may wait for what it lacks. */
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

    /** Declares as written what waited for this; returns the evaluation, or what is wrong with it as it was written. */
    private Evaluation completed(Evaluation evaluation) {
        Origin own = origin;
        Evaluation outcome = evaluation;
        for (ForwardDeclarations.Complete each : forward.takeComplete()) {
            origin = origin(each.form().id());
            if (submitAsItIs(each.source()) instanceof Evaluation.Rejected rejected) {
                if (origin.equals(own)) {
                    aftermath.begin(); // all is as it was
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
            control.reset(); // what nobody holds any more is garbage
        }
    }

    /** What the last submission did to declarations other than its own, in words. */
    public List<String> consequences() {
        return aftermath.consequences();
    }

    /** The variables there are, in the order of their declaration; also those that wait for a type to be declared. */
    public Stream<VarSnippet> variables() {
        return shell.variables().filter(variable -> shell.status(variable).isActive());
    }

    public boolean isVariable(String name) {
        return variables().anyMatch(variable -> variable.name().equals(name));
    }

    /** The variable of a name, if there is one with a value. */
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

    /** Declares a variable that holds an object; a variable of the same type takes it without anything being compiled. */
    public void define(String name, String type, Object value) {
        Optional<VarSnippet> sameType = variable(name).filter(variable -> TypeNames.withoutPackages(variable.typeName())
                .equals(TypeNames.withoutPackages(type)));
        if (sameType.isPresent()) {
            control.assign(value, () -> shell.varValue(sameType.get()));
        } else if (!(redefine(name, type, value) instanceof Evaluation.Result)) {
            throw new IllegalStateException("cannot declare " + name);
        }
    }

    /** Declares a variable that holds an object in place of any of its name. */
    Evaluation redefine(String name, String type, @Nullable Object value) {
        return handOver(name, type, value, this::submit);
    }

    /** The same as a part of a submission. */
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

    /** Hands JShell the control. */
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
