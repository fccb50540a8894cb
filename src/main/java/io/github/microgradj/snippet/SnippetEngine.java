package io.github.microgradj.snippet;

import io.github.microgradj.documentation.Topic;
import io.github.microgradj.language.infix.InfixTranslator;
import io.github.microgradj.snippet.assist.ErrorHints;
import io.github.microgradj.snippet.assist.Lookup;
import io.github.microgradj.snippet.assist.Lookup.Documented;
import io.github.microgradj.snippet.assist.Scope;
import io.github.microgradj.snippet.assist.Suggestions;
import io.github.microgradj.snippet.compiler.CompilerGuard;
import io.github.microgradj.snippet.compiler.DryRun;
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
 * Java snippets, compiled by JShell and run in this process. Starts in the background; the first call waits for it. Used
 * by one thread at a time, but for {@link #stop}.
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

    /** An engine that runs the snippets of {@code startup}, such as imports, before anything else. */
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

    /** Whether it has started, so that nothing that is asked has to wait. */
    public boolean isReady() {
        return starting.isDone() && !starting.isCompletedExceptionally();
    }

    /** Cuts the first snippet off a text. The editor asks before the line is run, so the last answer is kept. */
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

    /** Compiles and runs one snippet: Java, infix arithmetic on values, or a line of Python. */
    public Evaluation eval(String source) {
        return eval(source, Origin.typed(source));
    }

    /** The same for a snippet that is told, in stack traces, by where it was written. */
    public Evaluation eval(String source, Origin origin) {
        return CompilerGuard.tried(source, () -> evaluated(source, origin), SnippetEngine::rejected);
    }

    private Evaluation evaluated(String source, Origin origin) {
        RewritingEvaluator rounds = new RewritingEvaluator(session(), declaring);
        List<String> before = declared();
        Evaluation evaluation = rounds.eval(infix, source, origin);
        lastJava = rounds.java();
        if (evaluation instanceof Evaluation.Threw || evaluation instanceof Evaluation.Stopped) {
            declared().stream().filter(name -> !before.contains(name)).forEach(session()::drop); // as in Python
        }
        return evaluation instanceof Evaluation.Rejected rejected
                ? new Evaluation.Rejected(new ErrorHints(session(), source).explained(rejected.problems()))
                : evaluation;
    }

    private static Evaluation rejected(Evaluation.Problem problem) {
        return new Evaluation.Rejected(List.of(problem));
    }

    /** The plain Java that the last snippet came to; empty if nothing took its place. */
    public String lastJava() {
        return lastJava;
    }

    /** What the last snippet did to declarations other than its own: {@code t is null now}. */
    public List<String> consequences() {
        return session().consequences();
    }

    /** What is declared: variables, methods, types and imports. */
    public Declarations declarations() {
        return session().declarations();
    }

    /** Lets snippets use a jar or a folder of classes. */
    public void addToClasspath(String path) {
        session().addToClasspath(path);
    }

    /** Compiles and runs plain Java alone. */
    Evaluation submit(String source) {
        return session().submit(source);
    }

    /** Whether {@code c = a + b} declares a {@code c} that does not exist. On at first. */
    public void setDeclaring(boolean declaring) {
        this.declaring = declaring;
    }

    /** The variables that such assignments have declared, in order. */
    public List<String> declared() {
        return infix.declared().stream().filter(session()::isVariable).toList();
    }

    /** The plain Java a snippet comes to, or what is wrong with it; nothing runs. */
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

    /** The value of an expression, without a trace of it in the session; anything else is returned as it came out. */
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

    /** A variable of the session. */
    public record Variable(String name, String type) {
        /** The type without packages. */
        public String simpleType() {
            return TypeNames.withoutPackages(type);
        }
    }

    /** The variables the user and the commands have declared, in order; not the startup script's, results, or those without a name. */
    public List<Variable> variables() {
        return session()
                .variables()
                .filter(variable ->
                        !variable.name().startsWith("$") && !variable.name().isEmpty())
                .map(variable -> new Variable(variable.name(), variable.typeName()))
                .toList();
    }

    /** The object in a variable; empty if there is no such variable or it is null. */
    public Optional<Object> valueOf(String name) {
        return session().variable(name).map(session()::valueOf);
    }

    /**
     * Declares a variable that holds an object: the way from a command into the session.
     *
     * @param type the type of the variable, with packages, as Java writes it
     */
    public void define(String name, String type, Object value) {
        session().define(name, type, value);
    }

    /**
     * Runs work on the thread of the snippets, where {@link #stop} reaches it.
     *
     * @return the value, or empty if the user stopped it
     * @throws ExecutionException with what the work threw
     */
    public <T> Optional<T> call(Callable<T> work) throws ExecutionException {
        try {
            return Optional.of(thread.run(work, false));
        } catch (StopCheck.SnippetStopped e) {
            return Optional.empty();
        }
    }

    /** Whether a snippet or a call is what asks; a thread of the user's own may not look at variables while others run. */
    public boolean isSnippetThread() {
        return thread.isCurrent();
    }

    /** Waits for the threads that snippets have started, as a program does for those that are no daemons. */
    public void awaitThreads() throws InterruptedException {
        thread.awaitStarted();
    }

    /** To be called before anything is run: a {@link #stop} from now on is meant for it. */
    public void arm() {
        thread.arm();
    }

    /** Stops the running snippet or call, or the one that is being compiled; from any thread. */
    public void stop() {
        thread.stop();
    }

    /** Completes Java code, also behind infix arithmetic. */
    public Completions complete(String code, int cursor) {
        return CompilerGuard.tried(
                code, () -> suggestions().at(code, cursor), problem -> new Completions(cursor, List.of()));
    }

    /** The signatures of the call around the cursor, of each overload, without packages; none if there is no call. */
    public List<String> signatures(String code, int cursor) {
        return CompilerGuard.tried(code, () -> lookup().signatures(code.substring(0, cursor)), problem -> List.of());
    }

    /** What there is to read on the name at the cursor, or else on the call around it. */
    public Optional<Documented> documentation(String code, int cursor) {
        return CompilerGuard.tried(code, () -> lookup().at(code, cursor), problem -> Optional.empty());
    }

    /** What there is to read on a name, such as {@code Value}, {@code a.relu} or {@code String.format}. */
    public Optional<Topic> topic(String name) {
        return CompilerGuard.tried(name, () -> lookup().topic(name), problem -> Optional.empty());
    }

    /** The members of what stands before the last dot of a name. */
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
