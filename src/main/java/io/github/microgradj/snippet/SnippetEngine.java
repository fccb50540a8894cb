package io.github.microgradj.snippet;

import io.github.microgradj.documentation.Topic;
import io.github.microgradj.language.infix.Diagnostic;
import io.github.microgradj.language.infix.InfixTranslator;
import io.github.microgradj.snippet.assist.ErrorHints;
import io.github.microgradj.snippet.assist.Lookup;
import io.github.microgradj.snippet.assist.Lookup.Documented;
import io.github.microgradj.snippet.assist.Scope;
import io.github.microgradj.snippet.assist.Suggestions;
import io.github.microgradj.snippet.compiler.CompilerGuard;
import io.github.microgradj.snippet.compiler.DryRun;
import io.github.microgradj.snippet.compiler.TrialCompiler;
import io.github.microgradj.snippet.execution.Declarations;
import io.github.microgradj.snippet.execution.InProcessExecutionControl;
import io.github.microgradj.snippet.execution.JShellSession;
import io.github.microgradj.snippet.execution.RewritingEvaluator;
import io.github.microgradj.snippet.execution.SnippetLoader;
import io.github.microgradj.snippet.model.Completions;
import io.github.microgradj.snippet.model.Evaluation;
import io.github.microgradj.snippet.model.Origin;
import io.github.microgradj.snippet.model.SnippetSplitter;
import io.github.microgradj.snippet.model.SnippetSplitter.Completeness;
import io.github.microgradj.snippet.model.SnippetSplitter.Cut;
import io.github.microgradj.snippet.runtime.SnippetThread;
import io.github.microgradj.snippet.runtime.StopCheck;
import io.github.microgradj.text.TypeNames;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * The engine that compiles and runs snippets in this process, with JShell. It starts in the background; the first call
 * waits until it has started. Only {@link #stop} may be called from another thread.
 */
public final class SnippetEngine implements AutoCloseable {
    private final SnippetLoader loader = new SnippetLoader(SnippetEngine.class.getClassLoader());
    private final SnippetThread thread = new SnippetThread(loader);
    private final CompletableFuture<JShellSession> starting = new CompletableFuture<>();
    private final InfixTranslator infix = new InfixTranslator();
    private boolean declaring = true;
    private String lastJava = "";
    private String lastCutOf = "";
    private Optional<Cut> lastCut = Optional.empty();

    /** Creates an engine that first runs the snippets of the given startup script, such as imports. */
    public SnippetEngine(String startup) {
        InProcessExecutionControl control = new InProcessExecutionControl(loader, thread);
        Thread warming = new Thread(
                () -> starting.completeAsync(() -> new JShellSession(startup, control), Runnable::run),
                "warming JShell");
        warming.setDaemon(true);
        warming.start();
    }

    private JShellSession session() {
        return starting.join();
    }

    /** Returns whether the engine has started, in which case calls do not have to wait. */
    public boolean isReady() {
        return starting.isDone() && !starting.isCompletedExceptionally();
    }

    /**
     * Returns the first snippet of the given text. The latest result is cached, because the editor and then the session
     * pass the same text.
     */
    public Cut cut(String text) {
        if (lastCut.isEmpty() || !text.equals(lastCutOf)) {
            lastCut = Optional.of(CompilerGuard.tried(
                    text,
                    () -> SnippetSplitter.first(session().analysis(), text),
                    problem -> new Cut(Completeness.COMPLETE, text, text, "")));
            lastCutOf = text;
        }
        return lastCut.get();
    }

    /** Compiles and runs one snippet: Java, infix arithmetic on Values, or a line of Python. */
    public Evaluation eval(String source) {
        return eval(source, Origin.typed(source));
    }

    /** Compiles and runs one snippet, with the given origin in stack traces. */
    public Evaluation eval(String source, Origin origin) {
        return CompilerGuard.tried(source, () -> evaluated(source, origin), SnippetEngine::rejected);
    }

    private Evaluation evaluated(String source, Origin origin) {
        RewritingEvaluator rounds = new RewritingEvaluator(session(), declaring);
        List<String> before = declared();
        Evaluation evaluation = rounds.eval(infix, source, origin);
        lastJava = rounds.java();
        if (evaluation instanceof Evaluation.Threw || evaluation instanceof Evaluation.Stopped) {
            // As in Python, a variable whose initializer fails is not declared.
            declared().stream().filter(name -> !before.contains(name)).forEach(session()::drop);
        }
        return evaluation instanceof Evaluation.Rejected rejected
                ? new Evaluation.Rejected(new ErrorHints(session(), source).explained(rejected.problems()))
                : evaluation;
    }

    private static Evaluation rejected(Evaluation.Problem problem) {
        return new Evaluation.Rejected(List.of(problem));
    }

    /** Returns the last snippet as plain Java, or an empty string if it has no such form. */
    public String lastJava() {
        return lastJava;
    }

    /** Returns the effects of the last snippet on other declarations, as text such as {@code t is null now}. */
    public List<String> consequences() {
        return session().consequences();
    }

    /** Returns the variables, methods, types and imports of the session. */
    public Declarations declarations() {
        return session().declarations();
    }

    /** Adds a jar or a folder of classes to the class path of snippets. */
    public void addToClasspath(String path) {
        session().addToClasspath(path);
    }

    /** Compiles and runs a snippet of plain Java. */
    Evaluation submit(String source) {
        return session().submit(source);
    }

    /**
     * Compiles and runs a snippet of plain Java, which may replace a declaration. Stack traces show the given origin.
     */
    public Evaluation evalJava(String source, Origin origin) {
        List<String> before = declarations().names();
        Evaluation evaluation = CompilerGuard.tried(
                source,
                () -> new RewritingEvaluator(session(), false).evalJava(source, origin),
                SnippetEngine::rejected);
        lastJava = source;
        if (evaluation instanceof Evaluation.Threw || evaluation instanceof Evaluation.Stopped) {
            declarations().names().stream()
                    .filter(name -> !before.contains(name))
                    .forEach(session()::drop);
        }
        return evaluation;
    }

    /**
     * Returns the compiler errors in the given fields and methods of a class. Compiles them without declaring the
     * class.
     */
    public List<Diagnostic> faults(String members) {
        return CompilerGuard.tried(
                members, () -> TrialCompiler.member(session().shell(), members), problem -> List.of(problem.fault()));
    }

    /** Sets whether {@code c = a + b} declares {@code c} if {@code c} does not exist. The default is true. */
    public void setDeclaring(boolean declaring) {
        this.declaring = declaring;
    }

    /** Returns the variables that were declared by assignments without a type, in order of declaration. */
    public List<String> declared() {
        return infix.declared().stream().filter(session()::isVariable).toList();
    }

    /** Sets whether a variable counts as declared by an assignment without a type. */
    public void setDeclared(String name, boolean withoutType) {
        infix.setDeclared(name, withoutType);
    }

    /** Returns a snippet as plain Java, or its errors. Does not run the snippet. */
    public InfixTranslator.Translation java(String source) {
        return java(source, false);
    }

    private InfixTranslator.Translation java(String source, boolean expression) {
        JShellSession session = session();
        DryRun dry = new DryRun(session.shell(), new RewritingEvaluator(session, declaring), expression);
        return CompilerGuard.tried(
                source,
                () -> new InfixTranslator(infix.declared()).run(source, dry),
                problem -> new InfixTranslator.Translation(source, List.of(problem.fault())));
    }

    private InfixTranslator.Translation javaOfOperand(String source) {
        return java(source, true);
    }

    /**
     * Evaluates an expression without adding a result to the session. If the expression has no value, returns the
     * outcome, such as an error.
     */
    public Evaluation probe(String expression) {
        JShellSession session = session();
        session.setProbing(true);
        try {
            Evaluation evaluation = CompilerGuard.tried(
                    expression,
                    () -> new RewritingEvaluator(session, false).eval(infix, expression, Origin.typed(expression)),
                    SnippetEngine::rejected);
            if (evaluation instanceof Evaluation.Result result && result.name().startsWith("$probe")) {
                session.drop(result.name());
            }
            return evaluation;
        } finally {
            session.setProbing(false);
        }
    }

    /** A variable in the session. */
    public record Variable(String name, String type) {
        /** Returns the type without package names. */
        public String simpleType() {
            return TypeNames.withoutPackages(type);
        }
    }

    /**
     * Returns the variables that the user and the commands have declared, in order. Omits results and unnamed
     * variables.
     */
    public List<Variable> variables() {
        return session()
                .variables()
                .filter(variable ->
                        !variable.name().startsWith("$") && !variable.name().isEmpty())
                .map(variable -> new Variable(variable.name(), variable.typeName()))
                .toList();
    }

    /** Returns the object in the given variable, or empty if the variable does not exist or is null. */
    public Optional<Object> valueOf(String name) {
        return session().variable(name).map(session()::valueOf);
    }

    /**
     * Declares a variable that holds the given object. Commands pass objects to the session in this way.
     *
     * @param type the type of the variable, with package names, in Java syntax
     */
    public void define(String name, String type, Object value) {
        session().define(name, type, value);
    }

    /**
     * Runs a task on the snippet thread, so that {@link #stop} can stop it.
     *
     * @return the result of the task, or empty if the user stopped it
     * @throws ExecutionException if the task throws an exception, which becomes the cause
     */
    public <T> Optional<T> call(Callable<T> work) throws ExecutionException {
        try {
            return Optional.of(thread.run(work, false));
        } catch (StopCheck.SnippetStopped e) {
            return Optional.empty();
        }
    }

    /**
     * Returns whether the current thread is the snippet thread. Threads that the user's code has started may not access
     * variables while snippets run.
     */
    public boolean isSnippetThread() {
        return thread.isCurrent();
    }

    /** Waits for the threads that snippets have started, just as a program waits for its non-daemon threads. */
    public void awaitThreads() throws InterruptedException {
        thread.awaitStarted();
    }

    /** Prepares for running input. {@link #stop} takes effect from now on. Must be called before any input runs. */
    public void arm() {
        thread.arm();
    }

    /** Stops the snippet or task that is being compiled or run. Any thread may call this method. */
    public void stop() {
        thread.stop();
    }

    /** Returns completions for Java code, including code with infix arithmetic. */
    public Completions complete(String code, int cursor) {
        return CompilerGuard.tried(
                code, () -> suggestions().at(code, cursor), problem -> new Completions(cursor, List.of()));
    }

    /**
     * Returns the signatures of all overloads of the method whose call contains the cursor, without package names. The
     * list is empty if the cursor is not in a call.
     */
    public List<String> signatures(String code, int cursor) {
        return CompilerGuard.tried(code, () -> lookup().signatures(code.substring(0, cursor)), problem -> List.of());
    }

    /**
     * Returns the documentation of the name at the cursor. If that name has none, returns the documentation of the
     * method whose call contains the cursor.
     */
    public Optional<Documented> documentation(String code, int cursor) {
        return CompilerGuard.tried(code, () -> lookup().at(code, cursor), problem -> Optional.empty());
    }

    /** Returns the documentation of the given name, such as {@code Value}, {@code a.relu} or {@code String.format}. */
    public Optional<Topic> topic(String name) {
        return CompilerGuard.tried(name, () -> lookup().topic(name), problem -> Optional.empty());
    }

    /** Returns the members of the expression before the last dot in the given name. */
    public List<String> membersBeside(String name) {
        return CompilerGuard.tried(name, () -> lookup().known(name), problem -> List.of());
    }

    private Suggestions suggestions() {
        return new Suggestions(session().analysis(), scope(), this::javaOfOperand);
    }

    private Lookup lookup() {
        return new Lookup(session().analysis(), scope(), this::javaOfOperand);
    }

    private Scope scope() {
        return new Scope(session().shell(), loader);
    }

    @Override
    public void close() {
        if (isReady()) {
            session().close();
            thread.close();
        }
    }
}
