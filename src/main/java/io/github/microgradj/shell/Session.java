package io.github.microgradj.shell;

import io.github.microgradj.shell.Printer.Style;
import io.github.microgradj.shell.Units.Unit;
import io.github.microgradj.shell.infix.Infix;
import io.github.microgradj.shell.snippet.Evaluation;
import io.github.microgradj.shell.snippet.SnippetEngine;
import io.github.microgradj.shell.tutor.ZeroGradGuard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Runs what the user typed or a script holds, one unit after the other, and keeps what it made. */
public final class Session implements AutoCloseable {
    private static final Pattern LAST_RESULT = Pattern.compile("\\$_(?![\\w$])");

    private final Supplier engines;
    private final Printer printer;
    private final CommandTable commands;
    private final Settings settings;
    private final List<String> history = new ArrayList<>();
    /** What commands have declared, to tell it from what the user has. */
    private final Map<String, Object> published = new HashMap<>();

    private SnippetEngine engine;
    private String lastResult = "null";
    private boolean toldOfDeclaring;
    private Mode mode = Mode.SCRIPT;

    /** Makes an engine whenever the session starts or is reset. */
    interface Supplier extends java.util.function.Supplier<SnippetEngine> {}

    Session(Supplier engines, Printer printer, CommandTable commands, Settings settings) {
        this.engines = engines;
        this.printer = printer;
        this.commands = commands;
        this.settings = settings;
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
        published.clear();
        engine.setDeclaring(settings.isOn(Setting.DECLARE));
        lastResult = "null";
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
        for (Units units = new Units(text, engine::cut); units.hasNext(); ) {
            Unit unit = units.next();
            Outcome outcome = guarded(unit);
            if (outcome instanceof Outcome.Failure failure) {
                new ErrorReport(unit.text(), failure).print(printer, isInteractive() ? "" : name, unit.line());
            }
            if (outcome instanceof Outcome.Quit || outcome instanceof Outcome.Stopped) {
                return outcome;
            }
            if (outcome instanceof Outcome.Failure && !isInteractive()) {
                return outcome;
            }
        }
        return Outcome.SUCCESS;
    }

    /** A defect of ours costs the user an error message, not the session. */
    private Outcome guarded(Unit unit) {
        try {
            return run(unit);
        } catch (RuntimeException e) {
            return new Outcome.Failure(
                    "microgradj itself failed, please report it: " + e + " at " + e.getStackTrace()[0]);
        }
    }

    private Outcome run(Unit unit) {
        engine.arm();
        boolean hinting = isInteractive() && settings.isOn(Setting.HINTS);
        ZeroGradGuard.beginSnippet(hinting ? hint -> printer.line(Style.DIM, "hint: " + hint) : null);
        Outcome outcome = unit.command() ? commands.run(unit.text(), this) : snippet(unit);
        if (outcome instanceof Outcome.Success) {
            history.add(unit.text());
        }
        return outcome;
    }

    private Outcome snippet(Unit unit) {
        Outcome outcome = outcome(engine.eval(resolved(unit.source())));
        if (isInteractive() && !toldOfDeclaring && !engine.declared().isEmpty()) {
            printer.line(
                    Style.DIM, engine.declared().get(0) + " was not declared; the shell declares it, as Python does");
            toldOfDeclaring = true;
        }
        return outcome;
    }

    /** What ran without failing in this session, snippets and commands, oldest first. */
    public List<String> history() {
        return Collections.unmodifiableList(history);
    }

    /** {@code $_} is the last result. */
    private String resolved(String source) {
        return LAST_RESULT.matcher(source).replaceAll(Matcher.quoteReplacement(lastResult));
    }

    private Outcome outcome(Evaluation evaluation) {
        if (evaluation instanceof Evaluation.Result result) {
            if (result.expression()) {
                lastResult = result.name();
            }
            return echo(result);
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
            String name = mode == Mode.ONE_LINER ? "" : printer.styled(Style.NAME, result.name()) + " ==> ";
            printer.line(name + shown(result.value()));
            return Outcome.SUCCESS;
        } catch (CommandFailure e) {
            return new Outcome.Failure(ErrorReport.message(e));
        }
    }

    /** The text of a value on one line of limited length. */
    public String shown(@Nullable Object value, int width) throws CommandFailure {
        String line = stoppable(() -> Show.line(value));
        return line.length() <= width ? line : line.substring(0, Math.max(0, width - 3)) + "...";
    }

    /** The text of a value; runs its {@code toString} where the user can stop it. */
    public String shown(@Nullable Object value) throws CommandFailure {
        return stoppable(() -> Show.of(value));
    }

    /**
     * Runs work that may take long where Ctrl-C reaches it, by an interrupt.
     *
     * @throws CommandFailure if it was stopped or threw
     */
    public <T> T stoppable(Callable<T> work) throws CommandFailure {
        try {
            return engine.call(work).orElseThrow(() -> new CommandFailure("stopped"));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CommandFailure failure) {
                throw failure;
            }
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            throw new CommandFailure(
                    cause instanceof IllegalArgumentException || cause instanceof UncheckedIOException
                            ? ErrorReport.message(cause)
                            : ErrorReport.describe(cause));
        }
    }

    private Outcome stopped() {
        printer.line(Style.DIM, printer.isTerminal() ? "\nstopped" : "stopped");
        return new Outcome.Stopped();
    }

    /** What an evaluation without a value means for the one who asked for it; empty if it went well. */
    private Optional<Outcome> failureOf(Evaluation evaluation) {
        if (evaluation instanceof Evaluation.Rejected rejected) {
            return Optional.of(ErrorReport.failure(rejected));
        }
        if (evaluation instanceof Evaluation.Threw threw) {
            return Optional.of(ErrorReport.failure(threw));
        }
        if (evaluation instanceof Evaluation.Stopped) {
            return Optional.of(stopped());
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
        Outcome outcome = failureOf(evaluation)
                .orElseGet(() -> new Outcome.Failure("expected an expression with a value, was given: " + expression));
        throw new CommandFailure(
                outcome instanceof Outcome.Failure failure ? failure.message() : "stopped before there was a value");
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
        Optional<Object> old = engine.valueOf(name);
        if (old.isPresent() && old.get() != published.get(name)) {
            String kept = IntStream.iterate(1, i -> i + 1)
                    .mapToObj(i -> name + "_" + i)
                    .filter(each -> engine.valueOf(each).isEmpty())
                    .findFirst()
                    .orElseThrow();
            keep(name, kept, old.get());
            printer.line(Style.DIM, "your " + name + " is kept as " + kept);
        }
        engine.define(name, type, value);
        published.put(name, value);
    }

    /** Not {@code var kept = name}: JShell sets such a variable back when {@code name} gets another type. */
    private void keep(String name, String kept, Object value) {
        String type = engine.variables().stream()
                .filter(variable -> variable.name().equals(name))
                .map(SnippetEngine.Variable::type)
                .findFirst()
                .orElse("Object");
        engine.define(kept, type, value);
    }

    /** The plain Java that a snippet comes to. */
    public String java(String source) throws CommandFailure {
        Infix.Translation translation = engine.java(resolved(source));
        if (!translation.faults().isEmpty()) {
            throw new CommandFailure(
                    ErrorReport.sentence(translation.faults().get(0).message()));
        }
        return translation.java();
    }

    /** Resolves a file name the user typed: {@code ~} is the home folder. */
    public static Path path(String typed) {
        String home = System.getProperty("user.home");
        return Path.of(typed.equals("~") || typed.startsWith("~/") ? home + typed.substring(1) : typed);
    }

    /** The text of a script. */
    public static String read(Path script) throws CommandFailure {
        try {
            return Files.readString(script);
        } catch (NoSuchFileException e) {
            throw new CommandFailure("there is no file " + script);
        } catch (MalformedInputException e) {
            throw new CommandFailure(script + " is not a text in UTF-8");
        } catch (IOException e) {
            throw new CommandFailure("cannot read " + script + ": " + e.getMessage());
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
