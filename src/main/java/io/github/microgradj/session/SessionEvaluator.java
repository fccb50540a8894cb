package io.github.microgradj.session;

import io.github.microgradj.command.Evaluator;
import io.github.microgradj.command.Settings;
import io.github.microgradj.command.UserError;
import io.github.microgradj.language.Python;
import io.github.microgradj.language.infix.InfixTranslator;
import io.github.microgradj.output.Printer;
import io.github.microgradj.report.CompilerMessages;
import io.github.microgradj.report.ErrorReport;
import io.github.microgradj.report.Outcome;
import io.github.microgradj.report.ValueFormatter;
import io.github.microgradj.snippet.SnippetEngine;
import io.github.microgradj.snippet.model.Evaluation;
import io.github.microgradj.text.TextWidth;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The evaluator of a session. It evaluates source text with the session's engine and remembers the last result. */
final class SessionEvaluator implements Evaluator {
    private final Supplier<SnippetEngine> engines;
    private final Printer printer;
    private final SessionLog log;
    private final PublishedVariables variables = new PublishedVariables();
    private final ResultPrinter results;
    private final LastJava last = new LastJava();
    private SnippetEngine engine;
    private Optional<Supplier<PythonInput>> python = Optional.empty();

    /**
     * Creates an evaluator.
     *
     * @param engines creates an engine; called by this constructor and at each reset of the session
     */
    SessionEvaluator(Supplier<SnippetEngine> engines, Printer printer, Settings settings, SessionLog log) {
        this.engines = engines;
        this.printer = printer;
        this.log = log;
        this.engine = engines.get();
        this.results = new ResultPrinter(this, printer, settings);
    }

    /** Replaces the engine with a new one that has the given class path and none of the user's declarations. */
    void reset(List<Path> classpath) {
        engine.close();
        engine = engines.get();
        variables.forget();
        classpath.forEach(entry -> engine.addToClasspath(entry.toString()));
        results.forgetResults();
    }

    @Override
    public SnippetEngine engine() {
        return engine;
    }

    void setPython(Supplier<PythonInput> input) {
        python = Optional.of(input);
    }

    /** Returns the Java form of the code that ran last. */
    LastJava last() {
        return last;
    }

    /** Returns the printer of results and errors. */
    ResultPrinter results() {
        return results;
    }

    /** Returns the source with {@code $_} replaced by the name of the last result. */
    String resolved(String source) {
        return ResultNames.replaced(source, name -> name.equals("$_") ? results.lastResult() : name);
    }

    @Override
    public @Nullable Object value(String expression) throws UserError {
        Evaluation evaluation = engine.probe(resolved(expression));
        if (evaluation instanceof Evaluation.Result result) {
            return result.value();
        }
        if (evaluation instanceof Evaluation.Stopped) {
            throw UserError.stopped();
        }
        Outcome outcome = results.failure(evaluation)
                .orElseGet(() -> new Outcome.Failure("expected an expression with a value, got " + expression));
        throw new UserError(
                outcome instanceof Outcome.Failure failure ? failure.message() : "the expression ended the program");
    }

    @Override
    public <T> T variable(String name, Class<T> type) throws UserError {
        Object value = engine.valueOf(name)
                .orElseThrow(() -> new UserError("there is no variable " + name + "; :vars lists the variables"));
        if (!type.isInstance(value)) {
            throw new UserError(name + " is of type " + Python.typeName(value) + ", expected " + type.getSimpleName());
        }
        return type.cast(value);
    }

    @Override
    public String java(String source) throws UserError {
        if (python.isPresent() && PythonText.whole(source, python.get()).isPresent()) {
            return python.get().get().java(InputSplitter.withoutDecoration(source));
        }
        List<String> all = new ArrayList<>();
        for (InputSplitter units = new InputSplitter(source, engine::cut); units.hasNext(); ) {
            all.add(javaOfOne(units.next().text()));
        }
        return String.join("\n", all);
    }

    private String javaOfOne(String source) throws UserError {
        boolean marked =
                python.isPresent() && PythonText.isPythons(source, InfixTranslator.isPython(source), python.get());
        if (marked) {
            return python.get().get().java(source);
        }
        InfixTranslator.Translation translation = engine.java(resolved(source));
        if (python.isPresent()
                && !translation.faults().isEmpty()
                && python.get().get().isMarked(source)) {
            return python.get().get().java(source);
        }
        if (!translation.faults().isEmpty()) {
            throw new UserError(CompilerMessages.of(translation.faults().get(0).message()));
        }
        return translation.java();
    }

    @Override
    public String lastJava() {
        return last.text();
    }

    @Override
    public Optional<String> pythonFunction(String name) {
        return python.flatMap(each -> each.get().header(name));
    }

    @Override
    public String shown(@Nullable Object value, int width) throws UserError {
        String line = stoppable(() -> ValueFormatter.line(value));
        return TextWidth.cut(line, width);
    }

    @Override
    public <T> T stoppable(Callable<T> work) throws UserError {
        try {
            return engine.call(work).orElseThrow(UserError::stopped);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UserError failure) {
                throw failure;
            }
            if (e.getCause() instanceof CancellationException) {
                throw UserError.stopped(); // Ctrl-C reached an external program before this session.
            }
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            results.threw(cause);
            throw new UserError(
                    cause instanceof IllegalArgumentException || cause instanceof UncheckedIOException
                            ? ErrorReport.message(cause)
                            : ErrorReport.describe(cause));
        }
    }

    @Override
    public void publish(String name, String type, Object value) {
        declare(name, type, value).ifPresent(printer::note);
        log.publish(name, type);
    }

    @Override
    public Optional<String> declare(String name, String type, Object value) {
        return variables.publish(engine, name, type, value);
    }
}
