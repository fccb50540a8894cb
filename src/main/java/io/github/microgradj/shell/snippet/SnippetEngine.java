package io.github.microgradj.shell.snippet;

import io.github.microgradj.shell.infix.Infix;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.EvalException;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.jspecify.annotations.Nullable;

/**
 * Java snippets, compiled by JShell and run in this process. Starts in the background; the first call waits for it. Used
 * by one thread at a time, but for {@link #stop}.
 */
public final class SnippetEngine implements AutoCloseable {
    private final String startup;
    private final SnippetThread thread;
    private final SnippetLoader loader;
    private final CompletableFuture<JShell> starting;
    private LiveControl control;
    private int results;
    private int probes;
    private boolean probing;
    private final Infix infix = new Infix();
    private boolean declaring = true;

    /** An engine that runs the snippets of {@code startup}, such as imports, before anything else. */
    public SnippetEngine(String startup) {
        this.startup = startup;
        this.loader = new SnippetLoader(SnippetEngine.class.getClassLoader());
        this.thread = new SnippetThread(loader);
        this.control = new LiveControl(loader, thread);
        this.starting = new CompletableFuture<>();
        Thread warming = new Thread(() -> starting.completeAsync(this::start, Runnable::run), "warming JShell");
        warming.setDaemon(true);
        warming.start();
    }

    private JShell start() {
        JShell shell = JShell.builder()
                .executionEngine(new LiveControlProvider(), Map.of())
                .compilerOptions("-parameters")
                .tempVariableNameGenerator(() -> probing ? "$probe" + ++probes : "$" + ++results)
                .build();
        String rest = startup;
        while (!rest.isBlank()) {
            CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            for (SnippetEvent event : shell.eval(info.completeness().isComplete() ? info.source() : rest)) {
                if (event.status() == Status.REJECTED) {
                    throw new IllegalStateException("the startup script does not compile: "
                            + event.snippet().source());
                }
            }
            rest = info.remaining();
        }
        results = 0;
        return shell;
    }

    private JShell shell() {
        return starting.join();
    }

    /** How a text begins. */
    public enum Completeness {
        /** With a whole snippet. */
        COMPLETE,
        /** With a snippet that goes on. */
        INCOMPLETE,
        /** With nothing but white space and comments. */
        EMPTY
    }

    /**
     * The first snippet of a text.
     *
     * @param completeness whether it is whole
     * @param text the snippet as it was written
     * @param source the snippet as it is run: with the semicolon that was left out
     * @param remaining what follows it
     */
    public record Cut(Completeness completeness, String text, String source, String remaining) {}

    /** Cuts the first snippet off a text. */
    public Cut cut(String text) {
        return Cutting.first(shell().sourceCodeAnalysis(), text);
    }

    /** Compiles and runs one snippet: Java, infix arithmetic on values, or a line of Python. */
    public Evaluation eval(String source) {
        return new Rounds(this, shell(), declaring && !probing).eval(infix, source);
    }

    /** Whether {@code c = a + b} declares a {@code c} that does not exist. On at first. */
    public void setDeclaring(boolean declaring) {
        this.declaring = declaring;
    }

    /** The variables that such assignments have declared, in order. */
    public List<String> declared() {
        return infix.declared();
    }

    /** The plain Java a snippet comes to, or what is wrong with it; nothing runs. */
    public Infix.Translation java(String source) {
        return new Infix(infix.declared()).run(source, new DryRun(shell(), new Rounds(this, shell(), declaring)));
    }

    /** The startup script, which tells the types the shell itself needs. */
    String startup() {
        return startup;
    }

    /** Drops a variable. */
    void drop(String name) {
        snippetOf(name).ifPresent(shell()::drop);
    }

    /** Compiles and runs plain Java. */
    Evaluation submit(String source) {
        JShell shell = shell();
        control.reset();
        List<SnippetEvent> events = shell.eval(source);
        if (control.stopped) {
            return new Evaluation.Stopped();
        }
        if (control.exception instanceof StopCheck.SnippetExit exit) {
            return new Evaluation.Exited(exit.status);
        }
        if (control.exception instanceof StopCheck.SnippetStopped) {
            return new Evaluation.Stopped();
        }
        return events.stream()
                .filter(event -> event.causeSnippet() == null)
                .reduce((first, second) ->
                        second.status() == Status.REJECTED || second.exception() != null ? second : first)
                .map(event -> evaluation(shell, event))
                .orElseGet(() -> new Evaluation.Done(""));
    }

    private Evaluation evaluation(JShell shell, SnippetEvent event) {
        Snippet snippet = event.snippet();
        if (event.status() == Status.REJECTED) {
            return new Evaluation.Rejected(Check.problems(shell, snippet));
        }
        if (event.exception() instanceof UnresolvedReferenceException unresolved) {
            return new Evaluation.Rejected(List.of(new Evaluation.Problem(
                    "",
                    missing(shell, unresolved.getSnippet()),
                    0,
                    0,
                    snippet.source().length())));
        }
        if (event.exception() != null) {
            Throwable cause = control.exception == null ? event.exception() : control.exception;
            return new Evaluation.Threw(cause, userFrames(event.exception()));
        }
        if (snippet instanceof VarSnippet variable && event.status().isDefined()) {
            boolean expression = variable.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
            return new Evaluation.Result(variable.name(), expression, variable.typeName(), valueOf(shell, variable));
        }
        if (snippet instanceof ExpressionSnippet expression) {
            return new Evaluation.Result(expression.name(), true, expression.typeName(), control.value);
        }
        return new Evaluation.Done(described(shell, snippet, event.status()));
    }

    /** The frames in snippets, nearest first; JShell names their files {@code #12} after the snippet. */
    private static List<StackTraceElement> userFrames(Throwable exception) {
        if (!(exception instanceof EvalException)) {
            return List.of();
        }
        List<StackTraceElement> frames = new ArrayList<>();
        for (StackTraceElement frame : exception.getStackTrace()) {
            if (frame.getFileName() != null && frame.getFileName().startsWith("#")) {
                frames.add(frame);
            }
        }
        return frames;
    }

    private static String described(JShell shell, Snippet snippet, Status status) {
        String name = name(snippet);
        if (name.isEmpty() || status == Status.VALID) {
            return name.isEmpty() ? "" : "created " + name;
        }
        return missing(shell, (DeclarationSnippet) snippet);
    }

    private static String name(Snippet snippet) {
        if (snippet instanceof MethodSnippet method) {
            return "method " + method.name() + "(" + method.parameterTypes() + ")";
        }
        if (snippet instanceof TypeDeclSnippet type) {
            String kind = type.subKind().name();
            return kind.substring(0, kind.indexOf('_')).toLowerCase(Locale.ROOT) + " " + type.name();
        }
        return snippet instanceof VarSnippet variable ? "variable " + variable.name() : "";
    }

    private static String missing(JShell shell, DeclarationSnippet snippet) {
        String names = shell.unresolvedDependencies(snippet).collect(Collectors.joining(", "));
        return name(snippet) + " can be used once this is declared: " + names;
    }

    /** A variable of the session. */
    public record Variable(String name, String type) {
        /** The type without packages. */
        public String simpleType() {
            return SnippetEngine.simple(type);
        }
    }

    /** A text with the packages taken off its type names: {@code List<Value>}. */
    public static String simple(String text) {
        return text.replaceAll("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])", "");
    }

    /** The variables the user and the commands have declared, in order; not the startup script's, not results. */
    public List<Variable> variables() {
        return shell().variables()
                .filter(variable ->
                        shell().status(variable).isActive() && !variable.name().startsWith("$"))
                .map(variable -> new Variable(variable.name(), variable.typeName()))
                .toList();
    }

    /** The object in a variable; empty if there is no such variable or it is null. */
    public Optional<Object> valueOf(String name) {
        return snippetOf(name).map(variable -> valueOf(shell(), variable));
    }

    private Optional<VarSnippet> snippetOf(String name) {
        return shell().variables()
                .filter(variable ->
                        variable.name().equals(name) && shell().status(variable).isDefined())
                .findFirst();
    }

    private @Nullable Object valueOf(JShell shell, VarSnippet variable) {
        control.reset();
        shell.varValue(variable);
        return control.value;
    }

    /**
     * Declares a variable that holds an object: the way from a command into the session.
     *
     * @param type the type of the variable, with packages, as Java writes it
     */
    public void define(String name, String type, Object value) {
        Optional<VarSnippet> sameType =
                snippetOf(name).filter(variable -> simple(variable.typeName()).equals(simple(type)));
        if (sameType.isPresent()) {
            control.assign(value, () -> shell().varValue(sameType.get())); // without compiling anything
            return;
        }
        if (!(redefine(name, type, value) instanceof Evaluation.Result)) {
            throw new IllegalStateException("cannot declare " + name);
        }
    }

    Evaluation redefine(String name, String type, @Nullable Object value) {
        Handover.put(value);
        return submit("%1$s %2$s = (%1$s) %3$s.take();".formatted(type, name, Handover.class.getName()));
    }

    /** The value of an expression, without a trace of it in the session; anything else is returned as it came out. */
    public Evaluation probe(String expression) {
        probing = true;
        try {
            Evaluation evaluation = eval(expression);
            if (evaluation instanceof Evaluation.Result result && result.name().startsWith("$probe")) {
                drop(result.name());
            }
            return evaluation;
        } finally {
            probing = false;
        }
    }

    /**
     * Runs work on the thread of the snippets, where {@link #stop} reaches it.
     *
     * @return the value, or empty if the user stopped it
     * @throws ExecutionException with what the work threw
     */
    public <T> Optional<T> call(Callable<T> work) throws ExecutionException {
        try {
            return Optional.of(thread.run(work));
        } catch (StopCheck.SnippetStopped e) {
            return Optional.empty();
        }
    }

    /** To be called before each unit of work: a {@link #stop} from now on is meant for it. */
    public void arm() {
        thread.arm();
    }

    /** Stops the running snippet or call, or the one that is being compiled; from any thread. */
    public void stop() {
        thread.stop();
    }

    /** What may be typed at the cursor, and where in the text it begins. */
    public record Completions(int anchor, List<String> continuations) {}

    /** Completes Java code, also behind infix arithmetic. */
    public Completions complete(String code, int cursor) {
        return new Suggestions(shell().sourceCodeAnalysis(), this::java).at(code, cursor);
    }

    /** The signatures that fit the call around the cursor. */
    public List<String> signatures(String code, int cursor) {
        return new Suggestions(shell().sourceCodeAnalysis(), this::java).signatures(code, cursor);
    }

    @Override
    public void close() {
        if (starting.isDone() && !starting.isCompletedExceptionally()) {
            starting.join().close();
        }
    }

    /** Hands JShell the control of this engine. */
    private final class LiveControlProvider implements ExecutionControlProvider {
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
