package io.github.microgradj;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.viz.picture.OptionalLibrary;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Tests of the jar as a library in another project. Maven installs it into a separate local repository, which reads
 * from the user's repository so that nothing is downloaded twice. The program is compiled and run with exactly the
 * class path that Maven reports. It is then run again with each library that its messages asked for.
 */
@Tag("long")
@Timeout(300)
class LibraryIT {
    private static final Pattern COORDINATE = Pattern.compile("[\\w.-]+:[\\w-]+:[\\d.]+");
    private static final String PLUGINS = "org.apache.maven.plugins:maven-";
    private static final Element POM = read();
    /** A method that compiles only with graphviz-java, because it returns a type from that library. */
    private static final String MODEL = """
            public class Model implements java.util.function.Function<io.github.microgradj.viz.graph.GraphDot, Object> {
                @Override
                public Object apply(io.github.microgradj.viz.graph.GraphDot graph) {
                    return graph.graph().nodes();
                }
            }
            """;

    private static final String PROGRAM = """
            import io.github.microgradj.data.*;
            import io.github.microgradj.engine.*;
            import io.github.microgradj.train.*;
            import io.github.microgradj.viz.graph.*;
            import io.github.microgradj.viz.plot.*;
            import io.github.microgradj.viz.terminal.*;
            import io.github.microgradj.viz.training.*;
            import java.nio.file.*;
            import java.util.*;
            import java.util.concurrent.Callable;
            import java.util.function.Function;

            class Program {
                static void attempt(String name, Callable<?> work) throws Exception {
                    try {
                        work.call();
                        System.out.println(name + ": works");
                    } catch (IllegalStateException e) {
                        System.out.println(name + ": " + e.getMessage());
                    }
                }

                @SuppressWarnings("unchecked")
                public static void main(String[] args) throws Exception {
                    Path folder = Path.of(args[0]);
                    Dataset moons = Datasets.moons(100, 0.1, 1337);
                    TrainingRun run = Trainer.train(moons, TrainingOptions.defaults().withSteps(3));
                    System.out.println(run.history().get(0));
                    Value y = new Value(2, "x").mul(3);
                    y.backward();
                    double[] x = {0, 1, 2};
                    GraphDot graph = GraphDot.of(y);
                    Curves curves = Curves.titled("t", "x").with("a", x, x);
                    Contour contour = Contour.of(
                            ScalarFunction.of(2, v -> v[0].mul(v[1])), "t", "x", "y", new double[] {-1, -1}, new double[] {1, 1});
                    Histogram histogram = Histogram.of("t", "x", x);
                    DecisionBoundary boundary = DecisionBoundary.of(moons, run.model());
                    Panels panels = Panels.ofCurves(List.of(curves, curves));
                    attempt("dot", () -> graph.save(folder.resolve("g.dot")));
                    attempt("csv", () -> Datasets.csv(Files.writeString(folder.resolve("d.csv"), "a,b\\n1,x\\n2,y\\n"), "b"));
                    for (ColorLevel colors : ColorLevel.values()) {
                        attempt("text", () -> List.of(
                                graph.terminal(80, colors, true),
                                curves.terminal(80, colors, true),
                                contour.terminal(80, colors, true),
                                histogram.terminal(80, colors, true),
                                boundary.terminal(80, colors, true),
                                panels.terminal(80, colors, true)));
                    }
                    List<TrainingSnapshot> snapshots = new TrainingSnapshots(run.model(), 10).of(run);
                    attempt("report", () ->
                            new TrainingReport(run, snapshots, Map.of(), Map.of()).save(folder.resolve("report.html")));
                    for (String type : List.of("png", "svg")) {
                        attempt("curves", () -> curves.save(folder.resolve("curves." + type)));
                        attempt("contour", () -> contour.save(folder.resolve("contour." + type)));
                        attempt("histogram", () -> histogram.save(folder.resolve("histogram." + type)));
                        attempt("boundary", () -> boundary.save(folder.resolve("boundary." + type)));
                        attempt("panels", () -> panels.save(folder.resolve("panels." + type)));
                        attempt("graph", () -> graph.save(folder.resolve("graph." + type)));
                    }
                    attempt("page", () -> graph.save(folder.resolve("graph.html")));
                    attempt("image", () -> curves.terminal(ImageProtocol.KITTY, 80));
                    Function<Object, Object> model = (Function<Object, Object>) Class.forName("Model").getConstructor().newInstance();
                    attempt("model", () -> model.apply(graph));
                }
            }
            """;

    @TempDir
    Path folder;

    private static Element read() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new File("pom.xml"))
                    .getDocumentElement();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aLibrarysClassPathIsSmallAndEachMissingLibraryIsOneLineThatSaysWhatToAdd() throws Exception {
        List<String> jars = classPath(Set.of());
        assertThat(jars.stream()
                        .map(jar -> Path.of(jar).getFileName().toString().replaceFirst("-[\\d.]+(-.*)?\\.jar", "")))
                .containsExactlyInAnyOrder("microgradj", "jspecify", "asm", "fastcsv", "json");
        compile("Program", PROGRAM, jars);
        compile(
                "Model",
                MODEL,
                List.of(jars.get(0), Path.of("target/lib/*").toAbsolutePath().toString()));

        Set<String> added = new LinkedHashSet<>();
        List<String> lines = run(jars);
        assertThat(lines.get(0)).isEqualTo("step 0 loss 0.8958441028683222, accuracy 50.0%");
        assertThat(lines)
                .filteredOn(line -> line.matches("(dot|csv|text|report): .*"))
                .hasSize(3 + 4)
                .allMatch(line -> line.endsWith(": works"));
        assertThat(lines)
                .filteredOn(line -> line.matches("(curves|contour|histogram|boundary|panels|image): .*"))
                .hasSize(11)
                .allMatch(line -> line.endsWith(": a chart needs JFreeChart, which is not on the class path; add "
                        + OptionalLibrary.JFREECHART.coordinates() + " (Maven)"));
        for (int round = 0; !wanted(lines).isEmpty(); round++) {
            assertThat(added.addAll(wanted(lines)))
                    .as("round %d asks for more: %s", round, lines)
                    .isTrue();
            lines = run(classPath(added));
        }
        assertThat(lines.subList(1, lines.size())).allMatch(line -> line.endsWith(": works"));
        assertThat(added)
                .isEqualTo(Stream.of(OptionalLibrary.values())
                        .filter(library -> library != OptionalLibrary.JAVET)
                        .flatMap(library -> coordinates(library.coordinates()))
                        .collect(Collectors.toSet()));
    }

    private static Set<String> wanted(List<String> lines) {
        return lines.stream().flatMap(LibraryIT::coordinates).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<String> coordinates(String text) {
        return COORDINATE.matcher(text).results().map(MatchResult::group);
    }

    /** Returns Maven's class path for a project that depends on the jar and the given libraries. */
    private List<String> classPath(Set<String> libraries) throws Exception {
        Path pom = folder.resolve("pom.xml");
        String dependencies = libraries.stream().map(LibraryIT::dependency).collect(Collectors.joining());
        Files.writeString(pom, """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>user</groupId>
                  <artifactId>user</artifactId>
                  <version>1</version>
                  <dependencies>
                    <dependency>
                      <groupId>io.github.microgradj</groupId>
                      <artifactId>microgradj</artifactId>
                      <version>%s</version>
                    </dependency>
                    %s
                  </dependencies>
                </project>
                """.formatted(text(POM, "version"), dependencies));
        Path printed = folder.resolve("class-path");
        Path home = Path.of(System.getProperty("user.home"), ".m2", "repository");
        execute(
                Map.of("JAVA_HOME", System.getProperty("java.home")),
                List.of(
                        Path.of(OS.WINDOWS.isCurrentOs() ? "mvnw.cmd" : "mvnw")
                                .toAbsolutePath()
                                .toString(),
                        "-q",
                        "-B",
                        "-f",
                        pom.toString(),
                        "-Dmaven.repo.local=" + folder.resolve("repository"),
                        "-Dmaven.repo.local.tail=" + System.getProperty("localRepository", home.toString()),
                        PLUGINS + "install-plugin:" + plugin("maven-install-plugin") + ":install-file",
                        "-Dfile=" + Path.of("target/microgradj.jar").toAbsolutePath(),
                        "-DpomFile=" + Path.of("pom.xml").toAbsolutePath(),
                        PLUGINS + "dependency-plugin:" + plugin("maven-dependency-plugin") + ":build-classpath",
                        "-DincludeScope=runtime",
                        "-Dmdep.outputFile=" + printed));
        return List.of(Files.readString(printed).strip().split(File.pathSeparator, -1));
    }

    /**
     * Returns a dependency with the exclusions in the project's POM, because excluded libraries may be missing from the
     * local repository.
     */
    private static String dependency(String coordinate) {
        String[] parts = coordinate.split(":", -1);
        return """
                <dependency>
                  <groupId>%s</groupId>
                  <artifactId>%s</artifactId>
                  <version>%s</version>
                  <exclusions>%s</exclusions>
                </dependency>
                """.formatted(parts[0], parts[1], parts[2], exclusions(parts[1]));
    }

    private static String exclusions(String artifact) {
        return elements(ours(artifact), "exclusion")
                .map(each -> "<exclusion><groupId>" + text(each, "groupId") + "</groupId><artifactId>"
                        + text(each, "artifactId") + "</artifactId></exclusion>")
                .collect(Collectors.joining());
    }

    private static String plugin(String artifact) {
        return text(ours(artifact), "version");
    }

    /** Returns the element for a dependency or a plugin in the project's POM. */
    private static Element ours(String artifact) {
        return Stream.concat(elements(POM, "dependency"), elements(POM, "plugin"))
                .filter(each -> text(each, "artifactId").equals(artifact))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }

    private static String text(Element parent, String name) {
        return elements(parent, name).findFirst().orElseThrow().getTextContent();
    }

    private void compile(String name, String source, List<String> jars) throws Exception {
        Path file = Files.writeString(folder.resolve(name + ".java"), source);
        java("javac", "-proc:none", "-d", folder.toString(), "-cp", path(jars), file.toString());
    }

    /** Returns the lines that the program prints when Graphviz is not available. */
    private List<String> run(List<String> jars) throws Exception {
        return java("java", "-cp", folder + File.pathSeparator + path(jars), "Program", folder.toString()).stream()
                .filter(line -> !line.startsWith("SLF4J: ")) // from graph-support; the user chooses its logger
                .toList();
    }

    private static String path(List<String> jars) {
        return String.join(File.pathSeparator, jars);
    }

    private List<String> java(String program, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(arguments));
        command.add(0, Path.of(System.getProperty("java.home"), "bin", program).toString());
        return execute(Map.of("PATH", ""), command);
    }

    private List<String> execute(Map<String, String> environment, List<String> command) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s%n%s", command, out).isZero();
        return out.lines().toList();
    }
}
