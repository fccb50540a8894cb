package io.github.microgradj.viz.graph;

import static io.github.microgradj.viz.graph.view.GraphView.Kind.CUT;
import static io.github.microgradj.viz.graph.view.GraphView.Kind.INPUT;
import static io.github.microgradj.viz.graph.view.GraphView.Kind.OPERATION;
import static io.github.microgradj.viz.graph.view.GraphView.Kind.OUTPUT;
import static io.github.microgradj.viz.graph.view.GraphView.Kind.PARAMETER;
import static io.github.microgradj.viz.graph.view.GraphView.Kind.VALUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.microgradj.engine.Value;
import io.github.microgradj.languagemodel.GPT;
import io.github.microgradj.languagemodel.ModelSize;
import io.github.microgradj.languagemodel.Tokenizer;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.nn.Neuron;
import io.github.microgradj.random.PythonRandom;
import io.github.microgradj.viz.graph.drawing.DotProgram;
import io.github.microgradj.viz.graph.drawing.GraphImage;
import io.github.microgradj.viz.graph.drawing.GraphSupport;
import io.github.microgradj.viz.graph.view.Fold;
import io.github.microgradj.viz.graph.view.GraphTheme;
import io.github.microgradj.viz.graph.view.GraphView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphDotTest {
    private static final GraphImage BROKEN = new GraphImage(new DotProgram(""));
    private static final GraphImage JAVA = new GraphImage(new GraphSupport());

    @TempDir
    Path folder;

    @Test
    void tracedNeuronHasMicrogradsNodesAndEdges() throws IOException {
        String golden = new String(
                GraphDotTest.class
                        .getResourceAsStream("/golden/trace_neuron.json")
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        String dot = GraphDot.of(Neurons.traced()).dot();
        List<String> labels = find("\"label\": \"(.*?)\"", golden);
        assertThat(labels).hasSize(10);
        assertThat(find("v[0-9]+ \\[label=\"(.*?)\"", dot)).containsExactlyInAnyOrderElementsOf(labels);
        assertThat(find("op \\[label=\"(.*?)\"", dot)).containsExactlyInAnyOrder("&#42;", "&#42;", "+", "+", "ReLU");
        assertThat(find("(v[0-9]+ -> v[0-9]+op);", dot)).hasSize(9).doesNotHaveDuplicates();
        assertThat(find("(v[0-9]+op -> v[0-9]+);", dot)).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void showsTheNumbersOfTheMomentItWasMade() {
        Value a = new Value(2);
        Value square = a.mul(a);
        GraphDot before = GraphDot.of(square);
        square.backward();
        assertThat(before.dot()).contains("data 2.0000 | grad 0.0000");
        assertThat(GraphDot.of(square).dot()).contains("data 2.0000 | grad 4.0000");
    }

    @Test
    void valueUsedTwiceByOneOperationHasOneArrow() {
        Value a = new Value(2);
        assertThat(find("(-> v1op)", GraphDot.of(a.mul(a)).dot())).hasSize(1);
    }

    @Test
    void runsFromLeftToRightOrFromTopToBottom() {
        GraphDot graph = GraphDot.of(Neurons.traced());
        assertThat(graph.dot()).contains("rankdir=LR");
        assertThat(graph.topToBottom().dot()).isEqualTo(graph.dot().replace("rankdir=LR", "rankdir=TB"));
    }

    @Test
    void dotTextHasNoLimit() throws IOException {
        GraphDot graph = GraphDot.of(Neurons.chain(100_000), BROKEN);
        assertThat(graph.size()).isEqualTo(300_001);
        assertThat(graph.save(folder.resolve("g.dot"))).content().isEqualTo(graph.dot());
    }

    @Test
    void tooLargeAGraphIsRefusedWithTheWayOut() {
        GraphDot graph = GraphDot.of(Neurons.chain(1000));
        assertThatThrownBy(() -> graph.save(folder.resolve("g.svg")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a picture can have up to 2000 nodes, but this graph has 3001; "
                        + "use --depth 5 to show only its top, or --fold layer for a box per layer (in Java: .depth(5),"
                        + " .fold(LAYER)); a .dot file has no limit");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void otherExtensionsAreRefusedByName() {
        assertThatThrownBy(() -> GraphDot.of(Neurons.traced()).save("g.pdf"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the file name of a picture must end in .dot, .svg, .png or .html, got g.pdf");
    }

    @Test
    void missingFoldersAreNamed() {
        Path file = folder.resolve("no/such/g.dot");
        assertThatThrownBy(() -> GraphDot.of(Neurons.traced()).save(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no folder " + file.getParent() + " for g.dot");
    }

    @Test
    void aPictureThatFailsLeavesTheFileAsItWas() throws IOException {
        Path file = Files.writeString(folder.resolve("g.svg"), "before");
        assertThatThrownBy(() -> GraphDot.of(Neurons.traced(), BROKEN).save(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot draw the picture (Graphviz's dot is not on the PATH); "
                        + "install Graphviz, or save the graph as .dot");
        assertThat(file).hasContent("before");
        assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
    }

    @Test
    void picturesReplaceFiles() throws IOException {
        Path file = Files.writeString(folder.resolve("G.SVG"), "before");
        assertThat(GraphDot.of(Neurons.traced(), JAVA).save(file)).content().contains("<svg", "0.2355");
        assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
    }

    @Test
    void renderWritesDotAndSvgAsPythonDoes() {
        GraphDot graph = GraphDot.of(Neurons.traced(), JAVA);
        Path name = folder.resolve("gout");
        assertThat(graph.render(name.toString())).isEqualTo(folder.resolve("gout.svg"));
        assertThat(name).content().isEqualTo(graph.dot());
        assertThat(folder.resolve("gout.svg")).content().contains("<svg");
    }

    @Test
    void kindsOfNodesDifferInShapeAndColour() {
        Value x = new Value(2);
        Neuron neuron = new Neuron(new PythonRandom(1), 1);
        Value y = neuron.forward(x);
        GraphView view = GraphDot.of(y).name("n", neuron).view();
        assertThat(view.nodes())
                .extracting(GraphView.GraphNode::kind)
                .containsExactly(PARAMETER, PARAMETER, INPUT, VALUE, OPERATION, VALUE, OPERATION, OUTPUT, OPERATION);
        String dot = GraphDot.of(y).name("n", neuron).dot();
        assertThat(find("fillcolor=\"(#[0-9a-f]+)\"", dot).stream().distinct()).hasSize(5);
        assertThat(dot).contains("shape=Mrecord", "shape=ellipse", "penwidth=2.5");
    }

    @Test
    void valuesAreNamedAfterTheVariablesThatHoldThem() {
        Value[] x = {new Value(1), new Value(2, "second")};
        MLP model = new MLP(new PythonRandom(1), 2, 1, 1);
        Value y = model.forward(x)[0];
        GraphDot graph =
                GraphDot.of(y).name("x", x).name("model", model).name("y", y).name("also", y);
        assertThat(graph.view().nodes())
                .filteredOn(node -> node.kind() != OPERATION && node.kind() != VALUE)
                .extracting(GraphView.GraphNode::label)
                .containsExactlyInAnyOrder(
                        "x[0]",
                        "second",
                        "model[0][0].w[0]",
                        "model[0][0].w[1]",
                        "model[0][0].b",
                        "model[1][0].w[0]",
                        "model[1][0].b",
                        "y");
    }

    @Test
    void depthShowsTheTopAndCountsTheRest() {
        GraphDot graph = GraphDot.of(Neurons.chain(100)).depth(2);
        assertThat(graph.view().nodes())
                .extracting(GraphView.GraphNode::kind)
                .containsExactly(CUT, INPUT, VALUE, OPERATION, INPUT, OUTPUT, OPERATION);
        assertThat(graph.view().nodes().get(0).cells())
                .containsExactly("data 98.0000", "grad 0.0000", "294 more below");
        assertThat(graph.size()).isEqualTo(7);
        assertThatThrownBy(() -> graph.depth(0)).hasMessage("the depth of a graph must be at least 1 operation, got 0");
    }

    @Test
    void anArrowThatSkipsAPartGoesAroundItsBox() throws IOException {
        GPT model = new GPT(new PythonRandom(42), Tokenizer.of(List.of("ab")), new ModelSize(1, 2, 4, 4));
        GraphDot graph = GraphDot.of(model.loss("ab")).name("model", model).fold(Fold.LAYER);
        String svg = Files.readString(graph.save(folder.resolve("gpt.svg")));
        assertThat(Pattern.compile("d=\"M([\\d.]+),([\\d.]+)C([^\"ZL]+)\"")
                        .matcher(svg)
                        .results())
                .extracting(arrow -> Pattern.compile("[\\d.]+,([\\d.]+)")
                        .matcher(arrow.group(3))
                        .results()
                        .mapToDouble(point ->
                                Math.abs(Double.parseDouble(point.group(1)) - Double.parseDouble(arrow.group(2))))
                        .max()
                        .orElse(0))
                .as("the height of each arrow")
                .anyMatch(height -> height > 30);
    }

    @Test
    void foldingGivesOneBoxForEachLayerOrNeuron() {
        MLP model = new MLP(new PythonRandom(1337), 2, 3, 3, 1);
        Value loss = new Value(0);
        for (int sample = 0; sample < 5; sample++) {
            loss = loss.add(model.forward(sample, 1 - sample)[0].mul(-1).add(1).relu());
        }
        for (Value parameter : model.parameters()) {
            loss = loss.add(parameter.mul(parameter).mul(1e-4));
        }
        loss.backward();
        GraphDot graph = GraphDot.of(loss).name("model", model).name("loss", loss);
        GraphView layers = graph.fold(Fold.LAYER).view();
        assertThat(layers.nodes())
                .extracting(GraphView.GraphNode::label)
                .containsExactly("rest", "model[2]", "model[1]", "model[0]", "inputs", "loss");
        assertThat(layers.edges())
                .extracting(edge -> name(layers, edge.from()) + " > " + name(layers, edge.to()))
                .containsExactlyInAnyOrder(
                        "inputs > model[0]",
                        "model[0] > model[1]",
                        "model[1] > model[2]",
                        "model[2] > rest",
                        "rest > loss");
        // Five samples of three neurons: two products, two sums and a ReLU each.
        assertThat(layers.nodes().get(3).cells().subList(0, 3))
                .containsExactly("3 ReLU neurons", "9 parameters", "75 operations");
        assertThat(layers.nodes().get(1).cells().subList(0, 3))
                .containsExactly("Linear neuron", "4 parameters", "30 operations");
        assertThat(layers.nodes().get(4).cells()).containsExactly("10 values");
        assertThat(graph.fold(Fold.NEURON).view().nodes())
                .extracting(GraphView.GraphNode::label)
                .contains("model[0][0]", "model[0][2]", "model[1][1]", "model[2][0]")
                .hasSize(3 + 3 + 1 + 3);
        assertThatThrownBy(() -> GraphDot.of(Neurons.chain(3)).fold(Fold.LAYER).dot())
                .hasMessage("no variable holds a network with parameters in this graph, so nothing can be folded; use "
                        + "--depth 3 to show only the top of the graph");
    }

    private static String name(GraphView view, String id) {
        return view.nodes().stream()
                .filter(node -> node.id().equals(id))
                .findFirst()
                .orElseThrow()
                .label();
    }

    @Test
    void decimalsThemeAndLegendAreAsAskedFor() {
        GraphDot graph = GraphDot.of(Neurons.traced(), JAVA);
        assertThat(graph.digits(2).dot()).contains("data 0.24 | grad 1.00");
        assertThat(graph.theme(GraphTheme.DARK).dot()).contains("bgcolor=\"#14191f\"");
        assertThat(graph.legend().dot()).contains("cluster_legend", "label=\"{ parameter | data | grad }\"");
        assertThatThrownBy(() -> graph.digits(18)).hasMessage("numbers can have 0 to 17 decimals, got 18");
    }

    private static List<String> find(String regex, String text) {
        return Pattern.compile(regex)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
