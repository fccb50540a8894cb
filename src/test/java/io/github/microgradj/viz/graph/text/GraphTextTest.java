package io.github.microgradj.viz.graph.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.microgradj.GoldenFiles;
import io.github.microgradj.engine.Value;
import io.github.microgradj.text.TextWidth;
import io.github.microgradj.viz.graph.DrawingReader;
import io.github.microgradj.viz.graph.GraphDot;
import io.github.microgradj.viz.graph.Neurons;
import io.github.microgradj.viz.terminal.ColorLevel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests of graphs as text, against golden files. {@code -Dgolden.update} rewrites the files; review the changes. {@code
 * cat} shows those with colours in a terminal.
 */
class GraphTextTest {
    @ParameterizedTest
    @CsvSource({
        "neuron, 40, NONE, true",
        "neuron, 80, NONE, true",
        "neuron, 80, NONE, false",
        "neuron, 80, TRUECOLOR, true",
        "readme, 40, NONE, true",
        "readme, 80, NONE, false",
        "readme, 80, ANSI_256, true",
        "readme, 120, NONE, true",
        "readme, 120, TRUECOLOR, true",
        "cut, 40, TRUECOLOR, true",
        "cut, 120, NONE, true"
    })
    void looksAsItWasApproved(String name, int columns, ColorLevel colors, boolean unicode) throws IOException {
        GraphDot graph =
                switch (name) {
                    case "neuron" -> Neurons.named();
                    case "readme" -> Neurons.readme();
                    default -> Neurons.readme().depth(4);
                };
        List<String> lines = graph.terminal(columns, colors, unicode);
        String text = String.join("\n", lines) + "\n";
        String file = "graph_" + name + "_" + columns + "_" + colors + (unicode ? "" : "_ASCII") + ".txt";
        GoldenFiles.check("viz/" + file, text);
        assertThat(lines)
                .allSatisfy(line -> assertThat(TextWidth.of(plain(line))).isLessThanOrEqualTo(columns));
        if (!unicode) {
            assertThat(text).matches("\\p{ASCII}*");
        }
    }

    /** Checks that coloured text without its colours is the plain text. */
    @Test
    void coloursChangeNothingElse() {
        List<String> coloured = Neurons.readme().terminal(120, ColorLevel.TRUECOLOR, true);
        assertThat(coloured.stream().map(GraphTextTest::plain))
                .isEqualTo(Neurons.readme().terminal(120, ColorLevel.NONE, true));
    }

    @Test
    void hostileLabelsKeepTheLinesStraight() {
        Value value = new Value(Double.NaN, "\u202e\ud83d\ude00\u05d0\t\033[31m\u6f22\u0301")
                .add(new Value(1 / 0.0, "x".repeat(10_000)));
        List<String> lines = GraphDot.of(value).terminal(60, ColorLevel.NONE, true);
        assertThat(lines)
                .contains(
                        "\u2502 \ud83d\ude00\ufffd \ufffd[31m\u6f22  nan \u2502 \u2502 xxxxxxxxxxxxxxx\u2026  inf \u2502");
        assertThat(lines.subList(0, 4)).extracting(line -> TextWidth.of(line)).containsOnly(TextWidth.of(lines.get(0)));
    }

    @Test
    void tooLargeAGraphIsRefusedWithTheWayOut() {
        assertThatThrownBy(() -> GraphDot.of(Neurons.chain(30)).terminal(80, ColorLevel.NONE, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a graph drawn as text can have up to 60 nodes, but this one has 91; "
                        + "add a file (g.svg, g.png, g.html), --depth 3 or --fold layer");
    }

    /** Checks the drawing itself: each line leads from a box to one that uses it, and no line is missing. */
    @Property(tries = 300)
    void linesLeadWhereTheyShould(@ForAll @IntRange(min = 1, max = 12) int operations, @ForAll long seed) {
        List<Value> values = new ArrayList<>(List.of(new Value(0, "q0"), new Value(0, "q1"), new Value(0, "q2")));
        java.util.Random random = new java.util.Random(seed);
        for (int i = 0; i < operations; i++) {
            Value a = values.get(Math.max(0, values.size() - 1 - random.nextInt(4)));
            Value b = values.get(random.nextInt(values.size()));
            Value made = a.mul(b);
            made.label = "q" + values.size();
            values.add(made);
        }
        GraphDot graph = GraphDot.of(values.get(values.size() - 1));
        List<String> drawing = GraphText.draw(graph.view(), 300, ColorLevel.NONE, true);
        List<String> expected = new ArrayList<>();
        LayeredLayout.operands(graph.view())
                .forEach((user, operands) ->
                        operands.forEach(operand -> expected.add(label(graph, operand) + ">" + label(graph, user))));
        assertThat(new DrawingReader(drawing).connections())
                .as(String.join("\n", drawing))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private static String label(GraphDot graph, String id) {
        return graph.view().nodes().stream()
                .filter(node -> node.id().equals(id))
                .findFirst()
                .orElseThrow()
                .label();
    }

    private static String plain(String line) {
        return line.replaceAll("\033\\[[0-9;]*m", "");
    }
}
