package io.github.microgradj.shell;

import io.github.microgradj.Python;
import io.github.microgradj.shell.Printer.Style;
import io.github.microgradj.shell.infix.Infix;
import io.github.microgradj.shell.snippet.Declarations;
import io.github.microgradj.shell.snippet.Evaluation;
import io.github.microgradj.shell.snippet.SnippetEngine;
import io.github.microgradj.shell.terminal.LineInput;
import io.github.microgradj.shell.terminal.TextWidth;
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
import org.jspecify.annotations.Nullable;

/** What the user and the commands have in common: the engine, the printer, the settings, and what was made so far. */
public final class Session implements AutoCloseable {
    private final Supplier engines;
    private final Printer printer;
    private final CommandTable commands;
    private final Settings settings;
    private final Journal journal = new Journal();
    private final Variables variables = new Variables();
    private final List<Path> classpath = new ArrayList<>();
    private final Reply reply;
    private final UnitRunner runner;
    private SnippetEngine engine;
    private Optional<LineInput> terminal = Optional.empty();

    /** Makes an engine whenever the session starts or is reset. */
    interface Supplier extends java.util.function.Supplier<SnippetEngine> {}

    Session(Supplier engines, Printer printer, CommandTable commands, Settings settings) {
        this.engines = engines;
        this.printer = printer;
        this.commands = commands;
        this.settings = settings;
        this.engine = engines.get();
        this.reply = new Reply(this);
        this.runner = new UnitRunner(this, reply, journal);
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
        return runner.isInteractive();
    }

    /** Forgets every variable, method and class of the user. */
    public void reset() {
        engine.close();
        engine = engines.get();
        variables.forget();
        journal.forget();
        classpath.forEach(entry -> engine.addToClasspath(entry.toString()));
        engine.setDeclaring(settings.isOn(Setting.DECLARE));
        reply.forgetResults();
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
        runner.setKeepGoing(keepGoing);
    }

    /** From here on a person sits before a terminal. */
    void attach(LineInput input) {
        terminal = Optional.of(input);
    }

    /** Runs another program that may ask the user for something, where the user can stop it. */
    public <T> T withTerminal(Callable<T> program) throws CommandFailure {
        return stoppable(terminal.isPresent() ? () -> terminal.get().lend(program) : program);
    }

    /** Prints a text that may be longer than the screen. */
    public void page(String text) {
        if (terminal.isPresent() && printer.isTerminal() && settings.isOn(Setting.PAGER)) {
            terminal.get().page(text);
        } else {
            printer.line(text);
        }
    }

    /** The last exception that was thrown to the user. */
    public Optional<Throwable> lastError() {
        return reply.lastError();
    }

    /** Tells of an exception that ended a thread of the user's own. */
    void failed(Thread thread, Throwable exception) {
        reply.threw(exception);
        printer.error(printer.styled(Style.ERROR, "error: ") + "in thread " + thread.getName() + ": "
                + TextWidth.visible(ErrorReport.describe(exception)));
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
        return runner.run(text, name, how);
    }

    /** What was typed in this session and did not fail, snippets and commands, oldest first. */
    public List<String> history() {
        return journal.typed();
    }

    /** What was typed in earlier sessions and this one, failures too, oldest first. */
    public List<String> pastHistory() {
        return terminal.map(LineInput::history).orElseGet(this::history);
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

    /** What a saved session leaves out, because it threw or was stopped. */
    public List<String> unfinished() {
        return journal.unfinished();
    }

    /** The commands among what makes a script of this session. */
    public List<String> repeatedCommands() {
        return journal.commands(commands::isRepeated);
    }

    /** {@code $_} is the last result. */
    String resolved(String source) {
        return Results.replaced(source, name -> name.equals("$_") ? reply.lastResult() : name);
    }

    /** What a command that failed, or was stopped, comes to. */
    Outcome outcome(CommandFailure failure) {
        return reply.to(failure);
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
            reply.threw(cause);
            throw new CommandFailure(
                    cause instanceof IllegalArgumentException || cause instanceof UncheckedIOException
                            ? ErrorReport.message(cause)
                            : ErrorReport.describe(cause));
        }
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
        Outcome outcome = reply.failure(evaluation)
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
                    name + " is of type " + Python.typeName(value) + ", expected " + type.getSimpleName());
        }
        return type.cast(value);
    }

    /**
     * Declares a variable that holds what a command made. A variable of that name that is the user's own is kept under
     * another, and the user is told.
     */
    public void publish(String name, String type, Object value) {
        declare(name, type, value).ifPresent(note -> printer.note(note));
        journal.publish(name, type);
    }

    /**
     * Declares a variable for what a command is about to make, so that {@link #publish} has little left to do.
     *
     * @return what to tell the user of a variable of their own
     */
    public Optional<String> declare(String name, String type, Object value) {
        return variables.publish(engine, name, type, value);
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
