package io.github.microgradj.viz.graph.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.caoccao.javet.exceptions.JavetException;
import io.github.microgradj.viz.graph.GraphDot;
import io.github.microgradj.viz.graph.Neurons;
import io.github.microgradj.viz.picture.TextFormat;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** Tests of images of graphs. Every engine that can run on this machine must pass them. */
class GraphImageTest {
    private static final String PATH = System.getenv().getOrDefault("PATH", "");
    private static final VizJs VIZ_JS = new VizJs();

    enum Engine {
        DOT,
        VIZ_JS,
        GRAPH_SUPPORT;

        GraphImage images() {
            assumeTrue(this != DOT || dotIsInstalled(), "Graphviz is not installed");
            assumeTrue(this != VIZ_JS || v8IsAvailable(), "V8 has no native part here, or no leave to load it");
            return new GraphImage(engine());
        }

        GraphEngine engine() {
            return switch (this) {
                case DOT -> new DotProgram(PATH);
                case VIZ_JS -> GraphImageTest.VIZ_JS;
                case GRAPH_SUPPORT -> new GraphSupport();
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void svgShowsEveryNode(Engine engine) throws Exception {
        List<String> texts = texts(svg(engine.images(), GraphDot.of(Neurons.traced())));
        assertThat(texts).hasSize(25).contains("data 0.2355", "grad -2.0000", "ReLU", "*", "+");
    }

    @ParameterizedTest
    @EnumSource
    void svgShowsHostileLabelsAsTheyAre(Engine engine) throws Exception {
        assertThat(texts(svg(engine.images(), GraphDot.of(Neurons.hostile()))))
                .contains(TextFormat.elided(Neurons.HOSTILE), "größe", "**2", "data 1.5000");
    }

    @ParameterizedTest
    @EnumSource
    void pngHasInkInItsMiddleAndNoneOnItsEdge(Engine engine) throws IOException {
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(png(engine.images(), GraphDot.of(Neurons.hostile()))));
        assertThat(image.getWidth()).isGreaterThan(3 * image.getHeight());
        assertThat(ink(image, 0)).isGreaterThan(5000);
        assertThat(ink(image, 0)).isEqualTo(ink(image, 8));
    }

    @ParameterizedTest
    @EnumSource
    void topToBottomIsHigherAndNarrower(Engine engine) throws IOException {
        GraphDot graph = GraphDot.of(Neurons.chain(9));
        BufferedImage across = ImageIO.read(new ByteArrayInputStream(png(engine.images(), graph)));
        BufferedImage down = ImageIO.read(new ByteArrayInputStream(png(engine.images(), graph.topToBottom())));
        assertThat(down.getHeight()).isGreaterThan(across.getHeight());
        assertThat(down.getWidth()).isLessThan(across.getWidth());
    }

    @Test
    void enginesThatDoNotWorkArePassedOver() {
        GraphImage images = new GraphImage(new DotProgram(""), new GraphSupport());
        assertThat(svg(images, GraphDot.of(Neurons.traced()))).contains("0.2355");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void dotThatFailsIsPassedOver(@TempDir Path folder) throws IOException {
        program(folder, "cat > /dev/null; echo no plugins >&2; exit 1");
        assertThatThrownBy(() -> new DotProgram(folder.toString()).layout("digraph {}", Duration.ofSeconds(60)))
                .isInstanceOf(IOException.class)
                .hasMessage(folder.resolve("dot") + " failed with exit status 1");
    }

    /**
     * Ctrl-C reaches dot before it reaches this program. dot then either writes an incomplete picture as if it were
     * finished, or just ends.
     */
    @ParameterizedTest
    @ValueSource(strings = {"printf 'graph 1 0 0\\nnode v0 0 0 1 1\\nstop\\n'", "exit 130"})
    @DisabledOnOs(OS.WINDOWS)
    void nothingDrawsWhenDotWasInterrupted(String end, @TempDir Path folder) throws IOException {
        program(folder, "cat > /dev/null; " + end);
        GraphImage images = new GraphImage(new DotProgram(folder.toString()), new GraphSupport());
        assertThatThrownBy(() -> svg(images, GraphDot.of(Neurons.traced()))).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void nothingIsDrawnAfterAnInterrupt() {
        Thread.currentThread().interrupt();
        GraphImage images = new GraphImage(new DotProgram(""), new GraphSupport());
        assertThatThrownBy(() -> svg(images, GraphDot.of(Neurons.traced()))).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(60)
    void dotThatHangsIsKilledWhenTheTimeIsUp(@TempDir Path folder) throws Exception {
        Path pid = program(folder, "echo $$ > \"$0.pid\"; exec sleep 600");
        assertThatThrownBy(() -> new DotProgram(folder.toString()).layout("digraph {}", Duration.ofSeconds(2)))
                .isInstanceOf(TimeoutException.class);
        assertThatProcessHasEnded(pid);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(60)
    void interruptingKillsDot(@TempDir Path folder) throws Exception {
        Path pid = program(folder, "echo $$ > \"$0.pid\"; exec sleep 600");
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        GraphImage images = new GraphImage(new DotProgram(folder.toString()));
        Thread drawing = new Thread(() -> {
            try {
                svg(images, GraphDot.of(Neurons.traced()));
            } catch (CancellationException e) {
                thrown.set(Thread.currentThread().isInterrupted() ? e : null);
            }
        });
        drawing.start();
        while (!Files.exists(pid) || Files.size(pid) == 0) {
            assertThat(drawing.isAlive()).isTrue();
            Thread.sleep(5);
        }
        drawing.interrupt();
        drawing.join();
        assertThat(thrown.get()).hasMessage("drawing was interrupted");
        assertThatProcessHasEnded(pid);
    }

    @Test
    @Timeout(60)
    void v8DrawsAgainAfterItWasStopped() throws Exception {
        GraphImage images = Engine.VIZ_JS.images();
        String tangle = GraphDot.of(Neurons.tangle(1500)).dot();
        assertThatThrownBy(() -> VIZ_JS.layout(tangle, Duration.ofSeconds(2))).isInstanceOf(TimeoutException.class);
        assertThat(svg(images, GraphDot.of(Neurons.traced()))).contains("0.2355");
    }

    /** Draws in a separate process, whose streams and folders can be watched. */
    @ParameterizedTest
    @EnumSource
    void drawingPrintsNothingAndLeavesNothing(Engine engine, @TempDir Path folder) throws Exception {
        engine.images();
        Path home = Files.createDirectory(folder.resolve("home"));
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-Duser.home=" + home,
                "-Djava.awt.headless=true",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path")));
        if (Runtime.version().feature() >= 24) {
            command.add(1, "--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of(Drawing.class.getName(), engine.name()));
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(output).hasContent("");
        assertThat(process.exitValue()).isZero();
        assertThat(temporary).isEmptyDirectory();
        // Java 2D itself caches its findings about the system's fonts.
        assertThat(home).isDirectoryNotContaining(file -> !file.endsWith(".java"));
    }

    static final class Drawing {
        private Drawing() {}

        public static void main(String[] arguments) {
            png(new GraphImage(Engine.valueOf(arguments[0]).engine()), GraphDot.of(Neurons.traced()));
        }
    }

    private static boolean dotIsInstalled() {
        return List.of(PATH.split(File.pathSeparator)).stream()
                .anyMatch(folder -> new File(folder, "dot").canExecute() || new File(folder, "dot.exe").canExecute());
    }

    private static boolean v8IsAvailable() {
        try {
            JavetLibrary.load();
            return true;
        } catch (IOException | JavetException e) {
            return false;
        }
    }

    private static Path program(Path folder, String script) throws IOException {
        Path program = Files.writeString(folder.resolve("dot"), "#!/bin/sh\n" + script + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return folder.resolve("dot.pid");
    }

    private static void assertThatProcessHasEnded(Path pid) throws Exception {
        long id = Long.parseLong(Files.readString(pid).strip());
        ProcessHandle.of(id).ifPresent(process -> process.onExit().join());
        assertThat(ProcessHandle.of(id).filter(ProcessHandle::isAlive)).isEmpty();
    }

    private static List<String> texts(String svg) throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        NodeList elements = document.getElementsByTagName("text");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < elements.getLength(); i++) {
            texts.add(elements.item(i).getTextContent());
        }
        return texts;
    }

    /** Returns the number of pixels that are not white, at least {@code inset} pixels from the edge. */
    private static long ink(BufferedImage image, int inset) {
        long ink = 0;
        for (int y = inset; y < image.getHeight() - inset; y++) {
            for (int x = inset; x < image.getWidth() - inset; x++) {
                ink += image.getRGB(x, y) == 0xFFFFFFFF ? 0 : 1;
            }
        }
        return ink;
    }

    private static String svg(GraphImage images, GraphDot graph) {
        return images.svg(graph.view(), graph.options());
    }

    private static byte[] png(GraphImage images, GraphDot graph) {
        return images.png(graph.view(), graph.options());
    }
}
