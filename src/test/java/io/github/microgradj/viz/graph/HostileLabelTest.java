package io.github.microgradj.viz.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.microgradj.engine.Value;
import io.github.microgradj.viz.graph.drawing.GraphImage;
import io.github.microgradj.viz.graph.drawing.GraphSupport;
import io.github.microgradj.viz.picture.TextFormat;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/**
 * Tests that labels with special characters of DOT, XML or text layout are shown unchanged. {@code GraphPageTest} does
 * the same for the page.
 */
class HostileLabelTest {
    private static final GraphImage JAVA = new GraphImage(new GraphSupport());

    static Stream<String> labels() {
        return Stream.of(
                "\"",
                "<script>alert(1)</script>",
                "{|}",
                "\\",
                "\\N \\l \\\" &amp; &#65; %s {{svg}} ]]> <!--",
                "\ud83d\ude00 \ud83e\uddee",
                "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
                "\u202eabc\u2066",
                "x".repeat(10_000),
                "a\nb\tc",
                "v0",
                "node [color=red];");
    }

    private static Value graph(String label) {
        Value value = new Value(Double.NaN, label);
        value.grad = Double.NEGATIVE_INFINITY;
        return value.mul(new Value(Double.POSITIVE_INFINITY));
    }

    @ParameterizedTest
    @MethodSource("labels")
    void svg(String label) throws Exception {
        Document svg = parse(svg(JAVA, GraphDot.of(graph(label))));
        assertThat(texts(svg, "text"))
                .contains(TextFormat.elided(label), "data nan", "grad -inf", "data inf", "*")
                .hasSize(9 - 1);
        assertThat(texts(svg, "title")).contains(label.replaceAll("[\\n\\t]", " "));
        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
    }

    @ParameterizedTest
    @MethodSource("labels")
    void png(String label) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png(JAVA, GraphDot.of(graph(label)))));
        assertThat(image.getWidth()).isBetween(600, 3000);
        assertThat(image.getHeight()).isBetween(100, 400);
    }

    /** Checks that Graphviz itself reads the DOT text. */
    @ParameterizedTest
    @MethodSource("labels")
    void dot(String label) throws Exception {
        assumeTrue(
                Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                        .anyMatch(folder -> new File(folder, "dot").canExecute()),
                "Graphviz is not installed");
        Process process = new ProcessBuilder("dot", "-Tsvg").start();
        process.getOutputStream().write(GraphDot.of(graph(label)).dot().getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String svg = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        Document document = parse(svg.substring(svg.indexOf("<svg")));
        assertThat(texts(document, "text").stream().map(text -> text.replace('\u00a0', ' ')))
                .contains(TextFormat.elided(label), "data nan", "grad -inf", "*");
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> texts(Document document, String element) {
        NodeList elements = document.getElementsByTagName(element);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < elements.getLength(); i++) {
            texts.add(elements.item(i).getTextContent());
        }
        return texts;
    }

    private static String svg(GraphImage images, GraphDot graph) {
        return images.svg(graph.view(), graph.options());
    }

    private static byte[] png(GraphImage images, GraphDot graph) {
        return images.png(graph.view(), graph.options());
    }
}
