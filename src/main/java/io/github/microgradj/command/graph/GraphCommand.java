package io.github.microgradj.command.graph;

import io.github.microgradj.command.CommandContext;
import io.github.microgradj.command.PictureCommand;
import io.github.microgradj.command.UserError;
import io.github.microgradj.command.argument.NamedValues;
import io.github.microgradj.engine.Graph;
import io.github.microgradj.engine.Value;
import io.github.microgradj.io.OperatingSystem;
import io.github.microgradj.report.Outcome;
import io.github.microgradj.snippet.SnippetEngine.Variable;
import io.github.microgradj.viz.graph.GraphDot;
import io.github.microgradj.viz.graph.view.Fold;
import io.github.microgradj.viz.graph.view.GraphTheme;
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
            "Draw the graph of a Value.",
            "Options go before or after the expression. The file's extension selects the format: svg, png, dot, or"
                    + " html for a page that steps through forward and backward. Without a file, the graph is shown in"
                    + " the terminal."
        })
public final class GraphCommand extends PictureCommand {
    @Option(names = "--tb", description = "Draw from top to bottom.")
    private boolean topToBottom;

    @Option(names = "--depth", paramLabel = "N", description = "Show only N operations below the value.")
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

    @Option(names = "--open", description = "Open the written file; without FILE, write NAME.svg.")
    private boolean open;

    @Parameters(index = "0", paramLabel = "EXPRESSION", description = "A Value, such as g or a.mul(b).")
    private String expression;

    public GraphCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    public Outcome run(CommandContext context) throws UserError {
        Value root = NamedValues.value(context.evaluator(), expression, ":graph", ":graph needs");
        GraphDot graph = picture(root, context);
        if (open) {
            open(write(graph, file().orElseGet(this::defaultFile), context));
        } else {
            give(graph, context);
        }
        graph.stale(expression)
                .filter(remark -> context.session().isInteractive() && !isPartOfAnother(root, context))
                .ifPresent(remark -> context.printer().note(remark + ": " + remedy()));
        return Outcome.SUCCESS;
    }

    /**
     * Returns advice on how to compute the gradients. Each evaluation of an expression builds a new graph, so another
     * call of backward() on the expression would not change this graph.
     */
    private String remedy() {
        return expression.matches("[\\w$]+(\\[\\d+]|\\.get\\(\\d+\\))*")
                ? "call " + expression + ".backward()"
                : "keep it in a variable, var out = " + expression + ", and call out.backward()";
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
