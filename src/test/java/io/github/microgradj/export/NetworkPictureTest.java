package io.github.microgradj.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.microgradj.export.DenseNetwork.Columns;
import io.github.microgradj.export.DenseNetwork.Dense;
import io.github.microgradj.export.DenseNetwork.Nonlinearity;
import io.github.microgradj.export.DenseNetwork.OutputKind;
import io.github.microgradj.text.TextWidth;
import io.github.microgradj.viz.terminal.ColorLevel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Pictures of networks. */
class NetworkPictureTest {
    private static final DenseNetwork RENT = new DenseNetwork(
            List.of(
                    new Dense(new double[][] {{2, -1}, {0, 0.5}}, new double[] {1, -2}, Nonlinearity.RELU),
                    new Dense(new double[][] {{-0.25, 0.5}}, new double[] {0}, Nonlinearity.LINEAR)),
            Optional.of(new Columns("standard", new double[] {66.0833, -3}, new double[] {0.0335, 1e-9})),
            Optional.of(new Columns("standard", new double[] {729.1666}, new double[] {0.5})),
            OutputKind.REGRESSION,
            List.of("area", "rooms"),
            "rent",
            List.of());

    @TempDir
    Path folder;

    private static Document svg(DenseNetwork network) throws Exception {
        byte[] text = NetworkPicture.of(network).svg().getBytes(StandardCharsets.UTF_8);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(text));
    }

    private static List<Element> elements(Document document, String tag) {
        return IntStream.range(0, document.getElementsByTagName(tag).getLength())
                .mapToObj(i -> (Element) document.getElementsByTagName(tag).item(i))
                .toList();
    }

    private static List<String> texts(Document document) {
        return elements(document, "text").stream().map(Element::getTextContent).toList();
    }

    @Test
    void namesScalingAndLayersAreShown() throws Exception {
        Document svg = svg(RENT);
        assertThat(texts(svg))
                .contains("2-2-1 regression", "2 inputs", "2 relu", "1 output", "area", "rooms", "rent")
                .contains("(x - 66.08) * 0.0335", "(x + 3) * 1E-9", "y / 0.5 + 729.2");
        assertThat(elements(svg, "circle")).hasSize(5);
    }

    @Test
    void linesAreAsThickAsTheirWeightsAndColouredByTheirSigns() throws Exception {
        List<Element> lines = elements(svg(RENT), "line");
        assertThat(lines).hasSize(4 + 2 + 2); // and two in the legend
        assertThat(lines.subList(0, 4).stream().map(line -> line.getAttribute("stroke-width")))
                .containsExactly("0.30", "0.93", "1.55", "2.80");
        assertThat(lines.subList(0, 4).stream().map(line -> line.getAttribute("stroke")))
                .containsExactly("#0072b2", "#0072b2", "#d55e00", "#0072b2");
    }

    @Test
    void theTwoClassesOfASingleScoreAreNamed() throws Exception {
        DenseNetwork network = Networks.network(new Random(1), Nonlinearity.TANH, OutputKind.CLASSIFICATION, 1, false);
        assertThat(texts(svg(network))).contains("*/ é 日本 \uD83D\uDE00 if above 0, else a\"b\\");
    }

    @Test
    void largeLayersAreShortened() throws Exception {
        Random random = new Random(2);
        double[][] weights = IntStream.range(0, 40)
                .mapToObj(n -> Networks.numbers(random, 784, 1))
                .toArray(double[][]::new);
        DenseNetwork network = new DenseNetwork(
                List.of(new Dense(weights, new double[40], Nonlinearity.LINEAR)),
                Optional.empty(),
                Optional.empty(),
                OutputKind.SCORES,
                List.of(),
                "",
                List.of());
        Document svg = svg(network);
        assertThat(texts(svg)).contains("784 inputs", "753 more", "x[15]", "x[769]", "9 more", "score 15", "score 25");
        assertThat(texts(svg)).doesNotContain("x[16]", "x[768]");
        assertThat(elements(svg, "circle")).hasSize(31 + 31);
        assertThat(NetworkPicture.of(network).dot().lines().filter(line -> line.contains("penwidth")))
                .hasSize(31 * 31);
        assertThat(NetworkPicture.of(network).terminal(80, ColorLevel.NONE, true))
                .allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(80));
    }

    @Test
    void hostileNamesComeOutRight() throws Exception {
        assertThat(texts(svg(Networks.hostile())))
                .contains("a\"b\\", "*/ é 日本 \uD83D\uDE00", "line break", "\\u002a/ */", "%s %d 100%", "\"\"")
                .contains("<b>&amp;</b>", "long long long long long long l\u2026");
        String dot = NetworkPicture.of(Networks.hostile()).dot();
        assertThat(dot).contains("a&#34;b&#92;&#92;").doesNotContain("\u001b", "\"\"\"");
        assertThat(NetworkPicture.of(Networks.hostile()).terminal(100, ColorLevel.NONE, true))
                .allSatisfy(line -> assertThat(line).doesNotContainPattern("\\p{Cntrl}"));
    }

    @Test
    void graphvizReadsTheDot() throws Exception {
        assumeTrue(hasDot(), "Graphviz is not installed");
        for (DenseNetwork network : List.of(RENT, Networks.hostile())) {
            Path file = folder.resolve("model.dot");
            ExportFormat.DOT.write(network, Optional.empty(), ExportFormat.Precision.DOUBLE, file);
            Process dot = new ProcessBuilder("dot", "-Tplain", file.toString())
                    .redirectErrorStream(true)
                    .start();
            String plain = new String(dot.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(dot.waitFor()).as(plain).isZero();
            assertThat(plain).doesNotContain("Warning", "Error");
        }
    }

    private static boolean hasDot() throws InterruptedException {
        try {
            return new ProcessBuilder("dot", "-V").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void picturesAreWrittenByTheirExtension() throws Exception {
        for (ExportFormat format : List.of(ExportFormat.PNG, ExportFormat.SVG, ExportFormat.DOT)) {
            Path file = folder.resolve("model" + format.extension());
            assertThat(format.write(RENT, Optional.empty(), format.precision(), file))
                    .containsExactly(file);
        }
        assertThat(ImageIO.read(folder.resolve("model.png").toFile()).getWidth())
                .isEqualTo((int) Math.ceil(2 * width(svg(RENT)) * 96 / 72));
        assertThat(Files.readString(folder.resolve("model.svg")))
                .isEqualTo(NetworkPicture.of(RENT).svg());
    }

    private static double width(Document svg) {
        return Double.parseDouble(
                svg.getDocumentElement().getAttribute("viewBox").split(" ", -1)[2]);
    }

    @Test
    void theTerminalShowsATableOfWeights() {
        assertThat(NetworkPicture.of(RENT).terminal(60, ColorLevel.NONE, false))
                .containsExactly(
                        "2-2-1 regression",
                        "",
                        "2 relu; 9 is 2.0000",
                        "area   (x - 66.08) * 0.0335  9  .",
                        "rooms  (x + 3) * 1E-9       -5  2",
                        "bias                         5 -9",
                        "",
                        "1 output; 9 is 0.5000",
                        "neuron 0 -5",
                        "neuron 1  9",
                        "bias      .",
                        "output 0: rent, y / 0.5 + 729.2");
        assertThat(NetworkPicture.of(RENT)
                        .terminal(60, ColorLevel.TRUECOLOR, true)
                        .get(3))
                .contains("\033[38;2;0;135;215m9\033[0m  \u00b7");
    }
}
