package io.github.microgradj.shell;

import io.github.microgradj.shell.Printer.Style;
import io.github.microgradj.shell.Units.Unit;
import io.github.microgradj.shell.infix.Infix;
import io.github.microgradj.shell.snippet.Declarations;
import io.github.microgradj.shell.snippet.Evaluation;
import io.github.microgradj.shell.snippet.Origin;
import io.github.microgradj.shell.snippet.SnippetEngine;
import io.github.microgradj.shell.terminal.TextWidth;
import io.github.microgradj.shell.tutor.ZeroGradGuard;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs what the user typed or a script holds, one unit after the other, and keeps what it made. */
public final class Session implements AutoCloseable {
    private final Supplier engines;
    private final Printer printer;
    private final CommandTable commands;
    private final Settings settings;
    private final Journal journal = new Journal();
    private final Variables variables = new Variables();
    private final List<Path> classpath = new ArrayList<>();

    private SnippetEngine engine;
    private String lastResult = "null";
    private boolean toldOfDeclaring;
    private Mode mode = Mode.SCRIPT;
    private boolean keepGoing;
    private volatile @Nullable Throwable lastError;
    private Consumer<String> pager;
    private Lender lender = Callable::call;
    private java.util.function.Supplier<List<String>> past = this::history;

    /** Makes an engine whenever the session starts or is reset. */
    interface Supplier extends java.util.function.Supplier<SnippetEngine> {}

    Session(Supplier engines, Printer printer, CommandTable commands, Settings settings) {
        this.engines = engines;
        this.printer = printer;
        this.commands = commands;
        this.settings = settings;
        this.pager = printer::line;
        this.engine = engines.get();
        settings.follow(Setting.DECLARE, value -> engine.setDeclaring(value.equals("on")));
        settings.follow(Setting.THEME, printer::setTheme);
    }

    public SnippetEngine engine() {
        return engine;
    }

    public Printer printer() {
        return printer;
    }

    public CommandTable commands() {
        return commands;
    }

    public Settings settings() {
        return settings;
    }

    /** Whether a person types what runs, and no script says it. */
    public boolean isInteractive() {
        return mode == Mode.INTERACTIVE;
    }

    /** Forgets every variable, method and class of the user. */
    public void reset() {
        engine.close();
        engine = engines.get();
        variables.forget();
        journal.forget();
        classpath.forEach(entry -> engine.addToClasspath(entry.toString()));
        engine.setDeclaring(settings.isOn(Setting.DECLARE));
        lastResult = "null";
    }

    /** Lets snippets use a jar or a folder of classes, after a reset too. */
    public void addToClasspath(Path entry) {
        engine.addToClasspath(entry.toString());
        classpath.add(entry);
    }

    /** What was added to the class path, in order. */
    public List<Path> classpath() {
        return Collections.unmodifiableList(classpath);
    }

    /** Whether a script goes on after an error. */
    void setKeepGoing(boolean keepGoing) {
        this.keepGoing = keepGoing;
    }

    /** How another program gets the terminal. */
    interface Lender {
        <T> T lend(Callable<T> program) throws Exception;
    }

    void setLender(Lender lender) {
        this.lender = lender;
    }

    /** Runs another program that may ask the user for something, where the user can stop it. */
    public <T> T withTerminal(Callable<T> program) throws CommandFailure {
        return stoppable(() -> lender.lend(program));
    }

    /** Says how long texts are shown to a person who watches. */
    void setPager(Consumer<String> pager) {
        this.pager = pager;
    }

    /** Prints a text that may be longer than the screen. */
    public void page(String text) {
        if (printer.isTerminal() && settings.isOn(Setting.PAGER)) {
            pager.accept(text);
        } else {
            printer.line(text);
        }
    }

    /** The last exception that was thrown to the user. */
    public Optional<Throwable> lastError() {
        return Optional.ofNullable(lastError);
    }

    /** Tells of an exception that ended a thread of the user's own. */
    void failed(Thread thread, Throwable exception) {
        lastError = exception;
        printer.error(printer.styled(Style.ERROR, "error: ") + "in thread " + thread.getName() + ": "
                + ErrorReport.describe(exception));
    }

    /** How a text is treated. */
    public enum Mode {
        /** Typed or pasted: values are echoed, an error does not keep the rest from running. */
        INTERACTIVE,
        /** A script: nothing is echoed, the first error ends it. */
        SCRIPT,
        /** A one-liner: values of expressions are printed plainly, the first error ends it. */
        ONE_LINER
    }

    /**
     * Runs a text.
     *
     * @param name the file it is from, for error messages
     * @return the first failure of a script, a stop, a quit, or success
     */
    public Outcome run(String text, String name, Mode how) {
        Mode outer = mode;
        mode = how;
        try {
            return runUnits(text, name);
        } finally {
            mode = outer;
        }
    }

    private Outcome runUnits(String text, String name) {
        Outcome worst = Outcome.SUCCESS;
        engine.arm(); // once: a stop between two units is meant for the rest
        for (Units units = new Units(text, engine::cut); units.hasNext(); ) {
            Unit unit = units.next();
            Outcome outcome = guarded(unit, name);
            if (outcome instanceof Outcome.Failure failure) {
                new ErrorReport(unit.text(), failure).print(printer, isInteractive() ? "" : name, unit.line());
            }
            if (outcome instanceof Outcome.Quit || outcome instanceof Outcome.Stopped) {
                return outcome;
            }
            if (outcome instanceof Outcome.Failure && !isInteractive()) {
                if (!keepGoing) {
                    return outcome;
                }
                worst = outcome;
            }
        }
        return worst;
    }

    /** A defect of ours costs the user an error message, not the session. */
    private Outcome guarded(Unit unit, String file) {
        try {
            return run(unit, file);
        } catch (RuntimeException e) {
            return new Outcome.Failure(
                    "microgradj itself failed, please report it: " + e + " at " + e.getStackTrace()[0]);
        }
    }

    private Outcome run(Unit unit, String file) {
        boolean hinting = isInteractive() && settings.isOn(Setting.HINTS);
        ZeroGradGuard.beginSnippet(hinting ? hint -> printer.line(Style.DIM, "hint: " + hint) : null);
        String text = resolved(unit.text());
        Outcome outcome = unit.command() ? commands.run(unit.text(), this) : snippet(unit, text, file);
        if (outcome instanceof Outcome.Success) {
            if (isInteractive()) {
                journal.type(unit.text());
            }
            if (unit.command()) {
                journal.addCommand(text);
            }
        }
        return outcome;
    }

    private Outcome snippet(Unit unit, String text, String file) {
        Origin origin = isInteractive() ? new Origin(unit.text(), "", 1) : new Origin(unit.text(), file, unit.line());
        Evaluation evaluation = engine.eval(resolved(unit.source()), origin);
        Outcome outcome = outcome(evaluation);
        if (evaluation instanceof Evaluation.Result result) {
            journal.addSnippet(text, engine.lastJava(), result.name(), result.type(), result.expression());
        } else if (outcome instanceof Outcome.Success) {
            journal.addSnippet(text, engine.lastJava(), "", "", false);
        }
        if (outcome instanceof Outcome.Failure failure
                && failure.message().startsWith("there is no variable")
                && text.matches("![a-z][\\w-]*")) {
            String hint = "; to run a program, type :sh " + text.substring(1);
            outcome = new Outcome.Failure(failure.message() + hint, failure.start(), failure.position(), failure.end());
        }
        if (isInteractive() && !toldOfDeclaring && !engine.declared().isEmpty()) {
            printer.line(
                    Style.DIM, engine.declared().get(0) + " was not declared; the shell declares it, as Python does");
            toldOfDeclaring = true;
        }
        return outcome;
    }

    /** What was typed in this session and did not fail, snippets and commands, oldest first. */
    public List<String> history() {
        return journal.typed();
    }

    /** What was typed in earlier sessions and this one, failures too, oldest first. */
    public List<String> pastHistory() {
        return past.get();
    }

    /** Says where earlier sessions are remembered. */
    void setPast(java.util.function.Supplier<List<String>> past) {
        this.past = past;
    }

    /** What makes a script of this session: what ran without failing and did more than show something. */
    public List<String> script() {
        return journal.script(commands::isRepeated);
    }

    /** The same as a Java class, operators and Python translated. */
    public String program(String className) {
        List<String> imports = engine.declarations().imports().stream()
                .map(Declarations.Declaration::text)
                .toList();
        return journal.program(className, imports, commands::isRepeated);
    }

    /** {@code $_} is the last result. */
    private String resolved(String source) {
        return Results.replaced(source, name -> name.equals("$_") ? lastResult : name);
    }

    private Outcome outcome(Evaluation evaluation) {
        if (evaluation instanceof Evaluation.Result result) {
            if (result.expression()) {
                lastResult = result.name();
            }
            return echo(result);
        }
        if (evaluation instanceof Evaluation.Results several) {
            several.results().forEach(this::echo);
            return Outcome.SUCCESS;
        }
        if (evaluation instanceof Evaluation.Done done
                && isInteractive()
                && settings.isOn(Setting.ECHO)
                && !done.message().isEmpty()) {
            printer.line(Style.DIM, done.message());
        }
        return failureOf(evaluation).orElse(Outcome.SUCCESS);
    }

    private Outcome echo(Evaluation.Result result) {
        boolean silent = isInteractive() && !settings.isOn(Setting.ECHO);
        if (silent || mode == Mode.SCRIPT || (mode == Mode.ONE_LINER && !result.expression())) {
            return Outcome.SUCCESS;
        }
        try {
            boolean plain = mode == Mode.ONE_LINER;
            int width = plain
                    ? Integer.MAX_VALUE
                    : printer.columns() - result.name().length() - " ==> ".length();
            String text = stoppable(() -> Show.of(result.value(), width));
            printer.line((plain ? "" : printer.styled(Style.NAME, result.name()) + " ==> ") + text);
            return Outcome.SUCCESS;
        } catch (CommandFailure e) {
            return outcome(e);
        }
    }

    Outcome outcome(CommandFailure failure) {
        return failure.isStop() ? stopped("") : new Outcome.Failure(ErrorReport.message(failure));
    }

    /** The text of a value on one line of limited length. */
    public String shown(@Nullable Object value, int width) throws CommandFailure {
        String line = stoppable(() -> Show.line(value));
        return TextWidth.cut(line, width);
    }

    /** The text of a value; runs its {@code toString} where the user can stop it. */
    public String shown(@Nullable Object value) throws CommandFailure {
        return stoppable(() -> Show.of(value, printer.columns()));
    }

    /**
     * Runs work that may take long where Ctrl-C reaches it, by an interrupt.
     *
     * @throws CommandFailure if it was stopped or threw
     */
    public <T> T stoppable(Callable<T> work) throws CommandFailure {
        try {
            return engine.call(work).orElseThrow(CommandFailure::stopped);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CommandFailure failure) {
                throw failure;
            }
            if (e.getCause() instanceof CancellationException) {
                throw CommandFailure.stopped(); // Ctrl-C has reached a program that works for us before it reached us.
            }
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            lastError = cause;
            throw new CommandFailure(
                    cause instanceof IllegalArgumentException || cause instanceof UncheckedIOException
                            ? ErrorReport.message(cause)
                            : ErrorReport.describe(cause));
        }
    }

    /** @param stuckIn the method of a library that went on regardless, if one did */
    private Outcome stopped(String stuckIn) {
        String rest = stuckIn.isEmpty() ? "" : "; " + stuckIn + " does not listen and goes on in the background";
        printer.line(
                Style.DIM,
                printer.isTerminal()
                        ? "\n" + TextWidth.wrapped("stopped" + rest, printer.columns())
                        : "stopped" + rest);
        return new Outcome.Stopped();
    }

    /** What an evaluation without a value means for the one who asked for it; empty if it went well. */
    private Optional<Outcome> failureOf(Evaluation evaluation) {
        if (evaluation instanceof Evaluation.Rejected rejected) {
            return Optional.of(ErrorReport.failure(rejected));
        }
        if (evaluation instanceof Evaluation.Threw threw) {
            lastError = threw.exception();
            return Optional.of(ErrorReport.failure(threw));
        }
        if (evaluation instanceof Evaluation.Stopped stopped) {
            return Optional.of(stopped(stopped.stuckIn()));
        }
        return evaluation instanceof Evaluation.Exited exited
                ? Optional.of(new Outcome.Quit(exited.status()))
                : Optional.empty();
    }

    /** The value of an expression a command was given. */
    public @Nullable Object value(String expression) throws CommandFailure {
        Evaluation evaluation = engine.probe(resolved(expression));
        if (evaluation instanceof Evaluation.Result result) {
            return result.value();
        }
        if (evaluation instanceof Evaluation.Stopped) {
            throw CommandFailure.stopped();
        }
        Outcome outcome = failureOf(evaluation)
                .orElseGet(() -> new Outcome.Failure("expected an expression with a value, was given: " + expression));
        throw new CommandFailure(
                outcome instanceof Outcome.Failure failure ? failure.message() : "the expression ended the program");
    }

    /** A variable that a command was told to use. */
    public <T> T variable(String name, Class<T> type) throws CommandFailure {
        Object value = engine.valueOf(name)
                .orElseThrow(() -> new CommandFailure("there is no variable " + name + "; :vars lists them"));
        if (!type.isInstance(value)) {
            throw new CommandFailure(
                    name + " is of type " + value.getClass().getSimpleName() + ", expected " + type.getSimpleName());
        }
        return type.cast(value);
    }

    /**
     * Declares a variable that holds what a command made. A variable of that name that is the user's own is kept under
     * another, and the user is told.
     */
    public void publish(String name, String type, Object value) {
        variables.publish(engine, printer, name, type, value);
        journal.publish(name, type);
    }

    /** The plain Java that a snippet comes to. */
    public String java(String source) throws CommandFailure {
        Infix.Translation translation = engine.java(resolved(source));
        if (!translation.faults().isEmpty()) {
            throw new CommandFailure(PlainWords.of(translation.faults().get(0).message()));
        }
        return translation.java();
    }

    @Override
    public void close() {
        engine.close();
    }
}
