package io.github.microgradj.session;

import io.github.microgradj.command.CommandContext;
import io.github.microgradj.command.CommandRegistry;
import io.github.microgradj.command.InputGuide;
import io.github.microgradj.command.RunMode;
import io.github.microgradj.command.SessionControl;
import io.github.microgradj.command.SessionHistory;
import io.github.microgradj.command.Setting;
import io.github.microgradj.command.Settings;
import io.github.microgradj.command.UserError;
import io.github.microgradj.editor.LineInput;
import io.github.microgradj.notebook.Notebook;
import io.github.microgradj.output.Printer;
import io.github.microgradj.output.Printer.Style;
import io.github.microgradj.report.ErrorReport;
import io.github.microgradj.report.Outcome;
import io.github.microgradj.snippet.SnippetEngine;
import io.github.microgradj.snippet.execution.Declarations;
import io.github.microgradj.snippet.runtime.ZeroGradGuard;
import io.github.microgradj.text.TextWidth;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** A session: the evaluator, printer, settings and log for the user's input and the commands. */
public final class Session implements SessionControl, SessionHistory, AutoCloseable {
    private final Printer printer;
    private final CommandRegistry commands;
    private final Settings settings;
    private final SessionLog log;
    private final List<Path> classpath = new ArrayList<>();
    private final SessionEvaluator evaluator;
    private final InputRunner runner;
    private Optional<LineInput> terminal = Optional.empty();
    private boolean running;
    private Optional<InputGuide> guide = Optional.empty();
    private boolean guiding;

    /**
     * Creates a session.
     *
     * @param engines creates an engine; called when the session starts and at each reset
     */
    public Session(Supplier<SnippetEngine> engines, Printer printer, CommandRegistry commands, Settings settings) {
        this.printer = printer;
        this.commands = commands;
        this.settings = settings;
        this.log = new SessionLog(printer.recorder());
        this.evaluator = new SessionEvaluator(engines, printer, settings, log);
        this.runner = new InputRunner(context(), evaluator, log);
        settings.follow(Setting.DECLARE, value -> engine().setDeclaring(value.equals("on")));
        settings.follow(Setting.THEME, printer::setTheme);
    }

    /** Returns the parts of the session that commands may use. */
    public CommandContext context() {
        return new CommandContext(printer, evaluator, settings, this, this, commands);
    }

    public SnippetEngine engine() {
        return evaluator.engine();
    }

    public Printer printer() {
        return printer;
    }

    public CommandRegistry commands() {
        return commands;
    }

    public Settings settings() {
        return settings;
    }

    @Override
    public boolean isInteractive() {
        return runner.isInteractive();
    }

    @Override
    public void reset() {
        evaluator.reset(classpath);
        log.forget();
        engine().setDeclaring(settings.isOn(Setting.DECLARE));
    }

    @Override
    public void addToClasspath(Path entry) {
        engine().addToClasspath(entry.toString());
        classpath.add(entry);
    }

    @Override
    public List<Path> classpath() {
        return Collections.unmodifiableList(classpath);
    }

    /** Sets whether a script continues after an error. */
    public void setKeepGoing(boolean keepGoing) {
        runner.setKeepGoing(keepGoing);
    }

    /** Connects the session to a terminal, whose pager and history it uses from then on. */
    public void attach(LineInput input) {
        terminal = Optional.of(input);
        printer.setPager(text -> page(input, text));
    }

    private void page(LineInput input, String text) {
        if (settings.isOn(Setting.PAGER)) {
            input.page(text);
        } else {
            printer.line(text);
        }
    }

    @Override
    public <T> T withTerminal(Callable<T> program) throws UserError {
        return evaluator.stoppable(terminal.isPresent() ? () -> terminal.get().lend(program) : program);
    }

    /** Reports an exception that ended a thread started by the user's code. */
    public void failed(Thread thread, Throwable exception) {
        evaluator.results().threw(exception);
        printer.error(printer.styled(Style.ERROR, "error: ") + "in thread " + thread.getName() + ": "
                + TextWidth.visible(ErrorReport.describe(exception)));
    }

    @Override
    public Outcome run(String text, String name, RunMode how) {
        return recorded(() -> guidedRun(text, name, how));
    }

    private Outcome guidedRun(String text, String name, RunMode how) {
        Optional<InputGuide> current = guide;
        if (current.isEmpty() || guiding || how != RunMode.INTERACTIVE) {
            return runner.run(text, name, how);
        }
        Optional<Outcome> taken = guided(() -> current.get().take(text));
        if (taken.isPresent()) {
            return taken.get();
        }
        Outcome outcome = runner.run(text, name, how);
        if (!(outcome instanceof Outcome.Quit) && guide.equals(current)) {
            guided(() -> {
                current.get().ran(text, runner.lastResult(), runner.hasFailed());
                return Optional.empty();
            });
        }
        return outcome;
    }

    /** Runs input and records what it prints and shows. */
    private Outcome recorded(Supplier<Outcome> run) {
        if (running) {
            return run.get();
        }
        running = true;
        RecordedOutput recorded = RecordedOutput.begin(printer.recorder());
        try {
            return run.get();
        } finally {
            recorded.close();
            running = false;
        }
    }

    /**
     * Runs a whole cell of Python, such as a code cell of a notebook, as one unit. The cell is translated and compiled
     * before any of it runs; if it is refused, the error marks the first part that cannot be translated, and none of
     * the cell runs. The value of its last line is printed without decoration.
     *
     * @param name the name of the cell in errors, such as {@code lesson.ipynb, cell 3}
     * @return the outcome, which has been reported if it is a failure
     */
    @Override
    public Outcome runCell(String text, String name) {
        return recorded(() -> runner.runCell(text, name));
    }

    @Override
    public Outcome runPython(String text, String name) {
        return recorded(() -> runner.runPython(text, name));
    }

    /** Calls the guide. Input that the guide itself runs during the call is not passed to the guide. */
    private Optional<Outcome> guided(Supplier<Optional<Outcome>> call) {
        guiding = true;
        ZeroGradGuard.beginSnippet(null);
        try {
            return call.get();
        } finally {
            guiding = false;
        }
    }

    @Override
    public List<String> split(String text) {
        List<String> units = new ArrayList<>();
        new InputSplitter(text, engine()::cut).forEachRemaining(unit -> units.add(unit.text()));
        return units;
    }

    @Override
    public void setGuide(Optional<InputGuide> guide) {
        this.guide = guide;
    }

    @Override
    public Optional<Throwable> lastError() {
        return evaluator.results().lastError();
    }

    @Override
    public List<String> typed() {
        return log.typed();
    }

    @Override
    public List<String> past() {
        return terminal.map(LineInput::history).orElseGet(this::typed);
    }

    @Override
    public List<String> script() {
        return log.script(commands::isRepeated);
    }

    @Override
    public Notebook notebook() {
        return log.notebook(commands::isRepeated);
    }

    @Override
    public String program(String className) {
        List<String> imports = engine().declarations().imports().stream()
                .map(Declarations.Declaration::text)
                .toList();
        return log.program(className, imports, commands::isRepeated);
    }

    @Override
    public Optional<String> written(String java) {
        return log.written(java);
    }

    @Override
    public List<String> unfinished() {
        return log.unfinished();
    }

    @Override
    public List<String> repeatedCommands() {
        return log.commands(commands::isRepeated);
    }

    @Override
    public void close() {
        engine().close();
    }
}
