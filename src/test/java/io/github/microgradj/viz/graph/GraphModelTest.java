package io.github.microgradj.viz.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guru.nidi.graphviz.attribute.Label;
import guru.nidi.graphviz.model.MutableGraph;
import guru.nidi.graphviz.model.MutableNode;
import guru.nidi.graphviz.parse.Parser;
import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.random.PythonRandom;
import io.github.microgradj.viz.graph.view.Fold;
import io.github.microgradj.viz.graph.view.GraphTheme;
import io.github.microgradj.viz.graph.view.GraphView;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that the model of graphviz-java is the graph of the DOT text. */
class GraphModelTest {
    static Stream<GraphDot> graphs() {
        Value a = new Value(2, "a");
        MLP model = new MLP(new PythonRandom(1337), 2, 3, 3, 1);
        Value score = model.forward(1, -2)[0];
        score.backward();
        GraphDot network = GraphDot.of(score).name("model", model);
        Stream<GraphDot> some = Stream.of(
                GraphDot.of(a),
                GraphDot.of(a.mul(a)),
                GraphDot.of(a.add(a.tanh()).relu()).legend().theme(GraphTheme.DARK),
                GraphDot.of(Neurons.traced()),
                GraphDot.of(Neurons.hostile()).topToBottom().digits(0),
                GraphDot.of(Neurons.chain(50)).depth(3),
                network,
                network.legend(),
                network.depth(4).legend(),
                network.fold(Fold.LAYER),
                network.fold(Fold.NEURON).theme(GraphTheme.DARK).legend());
        return Stream.concat(
                some, HostileLabelTest.labels().map(label -> GraphDot.of(new Value(Double.NaN, label).mul(a))));
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void theTextReadsAsTheModel(GraphDot graph) throws IOException {
        // Moves the legend to the end, as in our text: after a subgraph, the parser forgets the defaults of edges.
        String model = graph.graph().toString().replaceFirst("(?s)(subgraph .*?\\n}\\n)(.*\\n)}$", "$2$1}");
        // Parses both texts, because the parser copies the defaults to each node.
        assertThat(new Parser().read(model))
                .hasToString(new Parser().read(graph.dot()).toString());
    }

    @Test
    void theNodesAreThoseOfTheGraph() {
        GraphDot graph = GraphDot.of(Neurons.hostile());
        assertThat(graph.graph().nodes())
                .extracting(node -> node.name().value())
                .containsExactlyInAnyOrderElementsOf(graph.view().nodes().stream()
                        .map(GraphView.GraphNode::id)
                        .toList());
    }

    @Test
    void itCanBeRestyled() {
        MutableGraph graph = GraphDot.of(Neurons.traced()).graph();
        for (MutableNode node : graph.nodes()) {
            node.add(Label.of("anything"));
        }
        assertThat(graph.toString().split("\"label\"=\"anything\"", -1))
                .hasSize(graph.nodes().size() + 1);
    }

    /** With the library's own nodes, the chain would overflow the stack. */
    @Test
    void largeGraphsAreBuiltAndRead() {
        Value chain = new Value(0.5);
        for (int i = 0; i < 999; i++) {
            chain = chain.tanh();
        }
        isWhole(GraphDot.of(chain), 1999);
        isWhole(GraphDot.of(new MLP(new PythonRandom(1337), 3, 17, 17, 1).forward(1, -2, 3)[0]), 1891);
    }

    private static void isWhole(GraphDot graph, int nodes) {
        MutableGraph model = graph.graph();
        assertThat(model.nodes()).hasSize(nodes).hasSize(graph.size());
        assertThat(model.edges()).hasSameSizeAs(graph.view().edges());
        assertThat(model.copy().toString()).isEqualTo(model.toString());
    }

    @Test
    void aLargerGraphIsRefusedWithTheWayOut() {
        assertThatThrownBy(() -> GraphDot.of(Neurons.chain(1000)).graph())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a graphviz-java model can have up to 2000 nodes, but this graph has 3001; "
                        + "use .depth(5) to show only its top, .fold(LAYER) for a box per layer,"
                        + " or .dot(), which has no limit");
    }
}
