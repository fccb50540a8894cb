package io.github.microgradj.viz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.microgradj.engine.Value;
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
    void graphOfGraphvizJavaHasTheSameNodes() {
        GraphDot graph = GraphDot.of(Neurons.hostile());
        assertThat(graph.graph().nodes()).hasSize(graph.size());
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
                .hasMessage("a picture can have up to 2000 nodes, this graph has 3001: "
                        + "draw a value further down, or save it as .dot");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void otherExtensionsAreRefusedByName() {
        assertThatThrownBy(() -> GraphDot.of(Neurons.traced()).save("g.pdf"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a picture's file ends in .dot, .svg, .png; was given g.pdf");
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
                .hasMessage("no picture can be drawn here (Graphviz's dot is not on the PATH): "
                        + "install Graphviz, or save it as .dot");
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

    private static List<String> find(String regex, String text) {
        return Pattern.compile(regex)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
