package io.github.microgradj.session;

import io.github.microgradj.command.RunMode;
import io.github.microgradj.command.Setting;
import io.github.microgradj.command.Settings;
import io.github.microgradj.command.UserError;
import io.github.microgradj.output.Printer;
import io.github.microgradj.output.Printer.Style;
import io.github.microgradj.python.Py;
import io.github.microgradj.report.ErrorReport;
import io.github.microgradj.report.Outcome;
import io.github.microgradj.report.ValueFormatter;
import io.github.microgradj.snippet.execution.Declarations;
import io.github.microgradj.snippet.model.Evaluation;
import io.github.microgradj.text.TextWidth;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/** A printer of evaluation results and errors. It remembers the last result and the last exception. */
final class ResultPrinter {
    private static final String NONE = "null";
    private static final String WAITS = " cannot be used until ";

    private final SessionEvaluator evaluator;
    private final Printer printer;
    private final Settings settings;
    /**
     * Messages about declarations that cannot be used yet. They are printed once the declarations that follow have run.
     */
    private final List<String> waiting = new ArrayList<>();

    private boolean python;
    private String lastResult = NONE;
    private volatile @Nullable Throwable lastError;

    ResultPrinter(SessionEvaluator evaluator, Printer printer, Settings settings) {
        this.evaluator = evaluator;
        this.printer = printer;
        this.settings = settings;
    }

    /** Returns the name of the last result, or the literal {@code null} if there is none. */
    String lastResult() {
        return lastResult;
    }

    void forgetResults() {
        lastResult = NONE;
    }

    /** Returns the last exception that was reported to the user. */
    Optional<Throwable> lastError() {
        return Optional.ofNullable(lastError);
    }

    /** Remembers an exception. Any thread may call this method. */
    void threw(Throwable exception) {
        lastError = exception;
    }

    /** Prints the result of Python code. A short list, tuple, dict or set is printed as in Python. */
    Outcome toPython(Evaluation evaluation, RunMode mode) {
        python = true;
        try {
            return to(evaluation, mode);
        } finally {
            python = false;
        }
    }

    /** Prints the result of an evaluation in the way that the mode requires. */
    Outcome to(Evaluation evaluation, RunMode mode) {
        Outcome outcome = outcome(evaluation, mode);
        if (mode == RunMode.INTERACTIVE && isEchoing()) {
            String note = Stream.concat(Stream.of(described(evaluation)), evaluator.engine().consequences().stream())
                    .filter(each -> !each.isEmpty())
                    .collect(Collectors.joining("; "));
            if (!note.isEmpty()) {
                printer.note(note);
            }
        }
        return outcome;
    }

    private String described(Evaluation evaluation) {
        String message = evaluation instanceof Evaluation.Done done ? done.message() : "";
        boolean waits = message.contains(WAITS);
        if (waits) {
            waiting.add(message);
        }
        return waits ? "" : message;
    }

    /**
     * Prints the messages about declarations that still depend on others. A declaration that the same input has made
     * usable is reported as created.
     */
    void printWaiting() {
        waiting.forEach(this::printWaiting);
        waiting.clear();
    }

    private void printWaiting(String message) {
        String name = message.substring(0, message.indexOf(WAITS));
        Declarations declarations = evaluator.engine().declarations();
        if (declarations.usable().contains(name)) {
            printer.note("created " + name);
        } else if (declarations.waiting().stream().anyMatch(each -> each.startsWith(name + " "))) {
            printer.note(message);
        }
    }

    private Outcome outcome(Evaluation evaluation, RunMode mode) {
        if (evaluation instanceof Evaluation.Result result) {
            // Referring to a name such as xs[i++] would evaluate it again.
            if (result.expression() && SourceVersion.isIdentifier(result.name())) {
                lastResult = result.name();
            }
            return echo(result, mode);
        }
        if (evaluation instanceof Evaluation.Results several) {
            several.results().forEach(result -> echo(result, mode));
            return Outcome.SUCCESS;
        }
        return failure(evaluation).orElse(Outcome.SUCCESS);
    }

    private boolean isEchoing() {
        return settings.isOn(Setting.ECHO);
    }

    private Outcome echo(Evaluation.Result result, RunMode mode) {
        boolean silent = mode == RunMode.INTERACTIVE && !isEchoing();
        if (silent
                || result.value() instanceof PrintStream // printf returns its stream
                || mode == RunMode.SCRIPT
                || (isPlain(mode) && !result.expression())) {
            return Outcome.SUCCESS;
        }
        try {
            boolean plain = isPlain(mode);
            int width = plain
                    ? Integer.MAX_VALUE
                    : printer.columns() - result.name().length() - " ==> ".length();
            String text = evaluator.stoppable(() -> text(result.value(), width));
            printer.freshLine();
            printer.unrecorded(
                    () -> printer.line((plain ? "" : printer.styled(Style.NAME, result.name()) + " ==> ") + text));
            if (result.expression()) {
                printer.recorder().value(text, result.value());
            }
            return Outcome.SUCCESS;
        } catch (UserError e) {
            return to(e);
        }
    }

    private String text(@Nullable Object value, int width) {
        String text = python && (value instanceof Collection || value instanceof Map) ? Py.repr(value) : "";
        boolean fits = !text.isEmpty() && TextWidth.of(text) <= Math.min(width, printer.columns());
        return fits ? text : ValueFormatter.of(value, width);
    }

    private static boolean isPlain(RunMode mode) {
        return mode == RunMode.ONE_LINER || mode == RunMode.CELL;
    }

    /** Returns the outcome of a command that failed or was stopped. */
    Outcome to(UserError failure) {
        return failure.isStop() ? stopped("") : new Outcome.Failure(ErrorReport.message(failure));
    }

    /**
     * Prints that the evaluation was stopped.
     *
     * @param stuckIn the library method that did not stop, or empty if all code stopped
     */
    private Outcome stopped(String stuckIn) {
        String rest = stuckIn.isEmpty() ? "" : "; " + stuckIn + " did not stop and continues in the background";
        printer.line(
                Style.DIM,
                printer.isTerminal()
                        ? "\n" + TextWidth.wrapped("stopped" + rest, printer.columns())
                        : "stopped" + rest);
        return new Outcome.Interrupted();
    }

    /** Returns the outcome of an evaluation that failed, was stopped or exited, or empty if it succeeded. */
    Optional<Outcome> failure(Evaluation evaluation) {
        if (evaluation instanceof Evaluation.Rejected rejected) {
            return Optional.of(ErrorReport.failure(rejected));
        }
        if (evaluation instanceof Evaluation.Threw threw) {
            threw(threw.exception());
            return Optional.of(ErrorReport.failure(threw));
        }
        if (evaluation instanceof Evaluation.Stopped stopped) {
            return Optional.of(stopped(stopped.stuckIn()));
        }
        return evaluation instanceof Evaluation.Exited exited
                ? Optional.of(new Outcome.Quit(exited.status()))
                : Optional.empty();
    }
}
