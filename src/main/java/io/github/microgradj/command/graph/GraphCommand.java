package io.github.microgradj.command.graph;

import io.github.microgradj.command.CommandContext;
import io.github.microgradj.command.PictureCommand;
import io.github.microgradj.command.UserError;
import io.github.microgradj.command.argument.NamedValues;
import io.github.microgradj.engine.Graph;
import io.github.microgradj.engine.Value;
import io.github.microgradj.export.NetworkPicture;
import io.github.microgradj.io.OperatingSystem;
import io.github.microgradj.languagemodel.LanguageModel;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.report.Outcome;
import io.github.microgradj.snippet.SnippetEngine.Variable;
import io.github.microgradj.viz.graph.GraphDot;
import io.github.microgradj.viz.graph.view.Fold;
import io.github.microgradj.viz.graph.view.GraphTheme;
import io.github.microgradj.viz.picture.Picture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "graph",
        sortOptions = false,
        description = {
            "Draw the graph of a Value, or a network.",
            "Options go before or after the expression. The file's extension selects the format: svg, png, dot, or"
                    + " html for a page that steps through the forward and backward passes. Without a file, the graph"
                    + " is shown in the terminal."
        })
public final class GraphCommand extends PictureCommand {
    @Option(names = "--tb", description = "Draw from top to bottom.")
    private boolean topToBottom;

    @Option(names = "--depth", paramLabel = "N", description = "Show only the last N levels of operations.")
    private Optional<Integer> depth;

    @Option(
            names = "--fold",
            paramLabel = "BY",
            description = "Draw one box for each neuron or layer: ${COMPLETION-CANDIDATES}.")
    private Optional<Fold> fold;

    @Option(names = "--values", paramLabel = "N", description = "The number of decimals (default 4).")
    private Optional<Integer> decimals;

    @Option(names = "--theme", paramLabel = "NAME", description = "Colours: ${COMPLETION-CANDIDATES} (default light).")
    private Optional<GraphTheme> theme;

    @Option(names = "--legend", description = "Explain the shapes and colours.")
    private boolean legend;

    @Option(names = "--open", description = "Open the written file; without FILE, write EXPRESSION.svg or graph.svg.")
    private boolean open;

    @Option(names = "--step", description = "Go through backward() step by step, with the arrow keys.")
    private boolean step;

    @Parameters(index = "0", paramLabel = "EXPRESSION", description = "A Value, such as g or a.mul(b), or a network.")
    private String expression;

    public GraphCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    public Outcome run(CommandContext context) throws UserError {
        Object given = NamedValues.evaluated(context.evaluator(), expression, ":graph");
        if (given instanceof MLP model) {
            requireNoOptionsOfGraphs();
            draw(NetworkPicture.of(model.numbers()), context);
            return Outcome.SUCCESS;
        }
        if (given instanceof LanguageModel model) {
            requireNoOptionsOfGraphs();
            draw(picture(model.loss(""), context).fold(Fold.LAYER), context);
            return Outcome.SUCCESS;
        }
        Value root = NamedValues.value(context.evaluator(), expression, given, ":graph", ":graph needs");
        GraphDot graph = picture(root, context);
        if (step) {
            walk(root, graph, context);
            return Outcome.SUCCESS;
        }
        draw(graph, context);
        graph.stale(expression)
                .filter(remark -> context.session().isInteractive() && !isPartOfAnother(root, context))
                .ifPresent(remark -> context.printer().note(remark + ": " + remedy()));
        return Outcome.SUCCESS;
    }

    private void walk(Value root, GraphDot graph, CommandContext context) throws UserError {
        if (root.op() == null) {
            throw new UserError(expression + " is a leaf, so backward() has no steps; give the result of an operation");
        }
        if (open || file().isPresent()) {
            throw new UserError("--step shows the steps in the terminal; for a page that shows them, type :graph "
                    + expression + " graph.html");
        }
        new StepView(graph.walk(), expression, context).show();
    }

    private void requireNoOptionsOfGraphs() throws UserError {
        boolean any = topToBottom || legend || depth.isPresent() || fold.isPresent();
        if (any || step || decimals.isPresent() || theme.isPresent()) {
            throw new UserError(
                    expression + " is a network; these options apply only to the graph of a Value, as in :graph "
                            + expression + ".forward(...)[0] --fold layer");
        }
    }

    private void draw(Picture picture, CommandContext context) throws UserError {
        if (open) {
            open(write(picture, file().orElseGet(this::defaultFile), context));
        } else {
            give(picture, context);
        }
    }

    /**
     * Returns advice on how to compute the gradients. Each evaluation of an expression builds a new graph, so calling
     * backward() on the expression again would not change this graph.
     */
    private String remedy() {
        return expression.matches("[\\w$]+(\\[\\d+]|\\.get\\(\\d+\\))*")
                ? "call " + expression + ".backward()"
                : "keep the result in a variable, var out = " + expression + ", and call out.backward()";
    }

    /** Returns whether the gradients come from backward() on another variable, whose graph contains this value. */
    private static boolean isPartOfAnother(Value root, CommandContext context) {
        return context.evaluator().engine().variables().stream()
                .flatMap(variable -> context.evaluator().engine().valueOf(variable.name()).stream())
                .filter(held -> held instanceof Value value && value != root && value.op() != null && value.grad == 1)
                .anyMatch(value -> Graph.of((Value) value).nodes().contains(root));
    }

    /** Returns the picture, with values named after the variables that hold them. */
    private GraphDot picture(Value root, CommandContext context) {
        GraphDot graph = GraphDot.of(root);
        for (Variable variable : context.evaluator().engine().variables()) {
            graph = graph.name(
                    variable.name(),
                    context.evaluator().engine().valueOf(variable.name()).orElse(null));
        }
        graph = depth.map(graph::depth).orElse(graph);
        graph = fold.map(graph::fold).orElse(graph);
        graph = decimals.map(graph::digits).orElse(graph);
        graph = theme.map(graph::theme).orElse(graph);
        graph = legend ? graph.legend() : graph;
        return topToBottom ? graph.topToBottom() : graph;
    }

    private Path defaultFile() {
        return Path.of((expression.matches("\\w+") ? expression : "graph") + ".svg");
    }

    private static void open(Path target) throws UserError {
        List<String> opener = OperatingSystem.isMac()
                ? List.of("open")
                : OperatingSystem.isWindows() ? List.of("cmd", "/c", "start", "") : List.of("xdg-open");
        try {
            new ProcessBuilder(Stream.concat(opener.stream(), Stream.of(target.toString()))
                            .toList())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UserError("cannot open " + target + ": there is no " + opener.get(0));
        }
    }
}
