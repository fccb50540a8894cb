package io.github.microgradj.command.graph;

import io.github.microgradj.command.Command;
import io.github.microgradj.command.CommandContext;
import io.github.microgradj.command.UserError;
import io.github.microgradj.command.argument.NamedValues;
import io.github.microgradj.engine.Value;
import io.github.microgradj.output.Printer.Style;
import io.github.microgradj.output.TextTable;
import io.github.microgradj.report.Outcome;
import io.github.microgradj.snippet.SnippetEngine.Variable;
import io.github.microgradj.text.Repr;
import io.github.microgradj.text.TextWidth;
import io.github.microgradj.viz.graph.BackwardSteps;
import io.github.microgradj.viz.graph.view.GraphNames;
import io.github.microgradj.viz.graph.view.GraphSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "check",
        description = {
            "Compare gradients that you set by hand with the right ones.",
            "Goes through the graph of a Value as backward() would, and changes nothing. A gradient within 0.1% of the"
                    + " computed one is right. For a large graph, only the first wrong gradients are listed."
        })
public final class CheckCommand extends Command {
    private static final int MOST_ROWS = 20;
    private static final int MOST_FAULTS = 10;
    private static final int DIGITS = 6;
    private static final int NAME_WIDTH = 30;

    @Parameters(paramLabel = "EXPRESSION", description = "A Value, such as L.")
    private String expression;

    @Override
    public boolean isRepeated() {
        return true;
    }

    @Override
    public Argument argument() {
        return Argument.EXPRESSION;
    }

    @Override
    public CommandGroup group() {
        return CommandGroup.EXPRESSIONS;
    }

    @Override
    public Outcome run(CommandContext context) throws UserError {
        Value root = NamedValues.value(context.evaluator(), expression, ":check", ":check needs");
        if (root.op() == null) {
            throw new UserError(
                    expression + " is a leaf, so there are no gradients to check; give the result of an operation");
        }
        GraphSnapshot graph = new GraphSnapshot(root);
        BackwardSteps pass = new BackwardSteps(graph);
        List<GradientVerdict> verdicts = GradientVerdict.of(graph, pass, names(context));
        if (verdicts.stream().allMatch(verdict -> verdict.given() == 0)) {
            context.printer()
                    .line("no gradient is set yet; begin with " + expression
                            + ".grad = 1, or watch backward() with :graph " + expression + " --step");
            return Outcome.SUCCESS;
        }
        print(verdicts, context);
        if (graph.values().stream().anyMatch(value -> value.op() != null && !pass.isFresh(value))) {
            context.printer()
                    .note("some data has changed since " + expression
                            + " was computed; repeat the computation before :check");
        }
        return Outcome.SUCCESS;
    }

    private static GraphNames names(CommandContext context) {
        GraphNames names = new GraphNames();
        for (Variable variable : context.evaluator().engine().variables()) {
            names = names.with(
                    variable.name(),
                    context.evaluator().engine().valueOf(variable.name()).orElse(null));
        }
        return names;
    }

    private static void print(List<GradientVerdict> verdicts, CommandContext context) {
        List<GradientVerdict> faults =
                verdicts.stream().filter(verdict -> !verdict.isClose()).toList();
        boolean all = verdicts.size() <= MOST_ROWS;
        List<GradientVerdict> listed = all ? verdicts : faults.subList(0, Math.min(MOST_FAULTS, faults.size()));
        if (!listed.isEmpty()) {
            TextTable table = new TextTable(Style.NAME, Style.PLAIN, Style.PLAIN);
            listed.forEach(
                    verdict -> table.row(TextWidth.line(verdict.name(), NAME_WIDTH), word(verdict), numbers(verdict)));
            context.printer().line(table.ofProse().text(context.printer()));
        }
        int more = faults.size() - listed.size();
        if (!all && more > 0) {
            context.printer().line("and " + more + " more");
        }
        context.printer().line(faults.isEmpty() ? Style.GOOD : Style.BOLD, summary(verdicts));
        hint(faults, context);
    }

    private static String word(GradientVerdict verdict) {
        return verdict.isClose() ? "right" : verdict.isMissing() ? "missing" : "wrong";
    }

    private static String numbers(GradientVerdict verdict) {
        String right = Repr.rounded(verdict.right(), DIGITS);
        if (verdict.isClose()) {
            return Repr.rounded(verdict.given(), DIGITS);
        }
        String given = verdict.isMissing() ? "" : Repr.rounded(verdict.given(), DIGITS) + ", ";
        String part = verdict.isPart()
                ? "; it is used " + verdict.terms().size() + " times, and the terms add up (use +=)"
                : "";
        return given + "should be " + right + part;
    }

    private static String summary(List<GradientVerdict> verdicts) {
        long right = count(verdicts, GradientVerdict::isClose);
        long wrong = count(verdicts, GradientVerdict::isWrong);
        long missing = count(verdicts, GradientVerdict::isMissing);
        if (right == verdicts.size()) {
            return right == 2 ? "both gradients are right" : "all " + right + " gradients are right";
        }
        List<String> parts = new ArrayList<>(List.of(right + " of " + verdicts.size() + " right"));
        if (wrong > 0) {
            parts.add(wrong + " wrong");
        }
        if (missing > 0) {
            parts.add(missing + " missing");
        }
        return String.join(", ", parts);
    }

    private static long count(List<GradientVerdict> verdicts, Predicate<GradientVerdict> kind) {
        return verdicts.stream().filter(kind).count();
    }

    /** Prints a note if backward() seems to have run several times without zeroGrad(). */
    private static void hint(List<GradientVerdict> faults, CommandContext context) {
        long multiple = faults.isEmpty() ? 0 : faults.get(0).multiple();
        if (multiple > 1
                && faults.size() > 1
                && faults.stream().allMatch(fault -> fault.multiple() == multiple && !fault.isPart())) {
            context.printer()
                    .note("each wrong gradient is " + multiple + " times the right one: did backward() run " + multiple
                            + " times without zeroGrad()?");
        }
    }
}
