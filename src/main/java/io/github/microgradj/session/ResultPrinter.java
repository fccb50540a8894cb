package io.github.microgradj.session;

import io.github.microgradj.command.RunMode;
import io.github.microgradj.command.Setting;
import io.github.microgradj.command.Settings;
import io.github.microgradj.command.UserError;
import io.github.microgradj.output.Printer;
import io.github.microgradj.output.Printer.Style;
import io.github.microgradj.report.ErrorReport;
import io.github.microgradj.report.Outcome;
import io.github.microgradj.report.ValueFormatter;
import io.github.microgradj.snippet.execution.Declarations;
import io.github.microgradj.snippet.model.Evaluation;
import io.github.microgradj.text.TextWidth;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/** What an evaluation says to the one who asked for it: its value, or what went wrong. Remembers the last of both. */
final class ResultPrinter {
    private static final String NONE = "null";
    private static final String WAITS = " can be used once ";

    private final SessionEvaluator evaluator;
    private final Printer printer;
    private final Settings settings;
    /** What was said of declarations that lack others, and is to be told when the rest of the text has been declared. */
    private final List<String> waiting = new ArrayList<>();

    private String lastResult = NONE;
    private volatile @Nullable Throwable lastError;

    ResultPrinter(SessionEvaluator evaluator, Printer printer, Settings settings) {
        this.evaluator = evaluator;
        this.printer = printer;
        this.settings = settings;
    }

    /** The name of the last result, or the literal that stands for none. */
    String lastResult() {
        return lastResult;
    }

    void forgetResults() {
        lastResult = NONE;
    }

    /** The last exception that was thrown to the user. */
    Optional<Throwable> lastError() {
        return Optional.ofNullable(lastError);
    }

    /** Remembers an exception; from any thread. */
    void threw(Throwable exception) {
        lastError = exception;
    }

    /** Echoes what there is to see, as the mode wants it. */
    Outcome to(Evaluation evaluation, RunMode mode) {
        Outcome outcome = outcome(evaluation, mode);
        if (mode == RunMode.INTERACTIVE && isEchoing()) {
            String note = Stream.concat(Stream.of(told(evaluation)), evaluator.engine().consequences().stream())
                    .filter(each -> !each.isEmpty())
                    .collect(Collectors.joining("; "));
            if (!note.isEmpty()) {
                printer.note(note);
            }
        }
        return outcome;
    }

    private String told(Evaluation evaluation) {
        String message = evaluation instanceof Evaluation.Done done ? done.message() : "";
        boolean waits = message.contains(WAITS);
        if (waits) {
            waiting.add(message);
        }
        return waits ? "" : message;
    }

    /** Says which declarations still lack others; those that the same text has completed are created. */
    void tellWaiting() {
        waiting.forEach(this::tellWaiting);
        waiting.clear();
    }

    private void tellWaiting(String message) {
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
            if (result.expression() && SourceVersion.isIdentifier(result.name())) { // not xs[i++], after xs[i++] = 1
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
                || result.value() instanceof PrintStream // what printf returns has just been seen at work
                || mode == RunMode.SCRIPT
                || (mode == RunMode.ONE_LINER && !result.expression())) {
            return Outcome.SUCCESS;
        }
        try {
            boolean plain = mode == RunMode.ONE_LINER;
            int width = plain
                    ? Integer.MAX_VALUE
                    : printer.columns() - result.name().length() - " ==> ".length();
            String text = evaluator.stoppable(() -> ValueFormatter.of(result.value(), width));
            printer.freshLine();
            printer.line((plain ? "" : printer.styled(Style.NAME, result.name()) + " ==> ") + text);
            return Outcome.SUCCESS;
        } catch (UserError e) {
            return to(e);
        }
    }

    /** What a command that failed, or was stopped, comes to. */
    Outcome to(UserError failure) {
        return failure.isStop() ? stopped("") : new Outcome.Failure(ErrorReport.message(failure));
    }

    /** @param stuckIn the method of a library that went on regardless, if one did */
    private Outcome stopped(String stuckIn) {
        String rest = stuckIn.isEmpty() ? "" : "; " + stuckIn + " does not listen and goes on in the background";
        printer.line(
                Style.DIM,
                printer.isTerminal()
                        ? "\n" + TextWidth.wrapped("stopped" + rest, printer.columns())
                        : "stopped" + rest);
        return new Outcome.Interrupted();
    }

    /** What an evaluation without a value means for the one who asked for it; empty if it went well. */
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
