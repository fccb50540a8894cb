package io.github.microgradj;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which room may look into which: an arrow that is not listed here does not exist. */
@AnalyzeClasses(packages = "io.github.microgradj", importOptions = ArchitectureTest.MainClasses.class)
class ArchitectureTest {
    private static final String BASE = "io.github.microgradj.";

    /** ArchUnit's own option knows one folder of test classes, the profile {@code torch} has another. */
    static final class MainClasses implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("test-classes");
        }
    }

    @ArchTest
    static final ArchRule TEXT = room("text");

    @ArchTest
    static final ArchRule ENGINE = room("engine", "text");

    @ArchTest
    static final ArchRule RANDOM = room("random");

    @ArchTest
    static final ArchRule IO = room("io");

    @ArchTest
    static final ArchRule NN = room("nn", "text", "io", "engine", "random", "compile");

    @ArchTest
    static final ArchRule OPTIM = room("optim", "text", "engine");

    @ArchTest
    static final ArchRule DATA = room("data", "text", "random");

    @ArchTest
    static final ArchRule COMPILE = room("compile", "engine");

    @ArchTest
    static final ArchRule KERNELS = room("compile.kernel", "engine");

    @ArchTest
    static final ArchRule TRAIN = room("train", "text", "engine", "random", "nn", "optim", "data", "compile");

    @ArchTest
    static final ArchRule TERMINAL_GRAPHICS = room("viz.terminal");

    @ArchTest
    static final ArchRule PICTURES = room("viz.picture", "text", "io", "viz.terminal");

    @ArchTest
    static final ArchRule GRAPH_VIEW = room("viz.graph.view", "text", "engine", "nn", "viz.picture");

    @ArchTest
    static final ArchRule GRAPH_TEXT = room("viz.graph.text", "text", "engine", "viz.graph.view", "viz.terminal");

    @ArchTest
    static final ArchRule GRAPH_DRAWING = room("viz.graph.drawing", "engine", "viz.graph.view", "viz.picture");

    @ArchTest
    static final ArchRule GRAPHS = room("viz.graph", "text", "engine", "nn", "viz.picture", "viz.terminal");

    @ArchTest
    static final ArchRule PLOTS = room("viz.plot", "text", "engine", "nn", "data", "viz.picture", "viz.terminal");

    @ArchTest
    static final ArchRule TRAINING_PICTURES =
            room("viz.training", "text", "nn", "data", "train", "viz.plot", "viz.picture", "viz.terminal");

    @ArchTest
    static final ArchRule NO_CYCLES = withoutCycles("(*)..");

    @ArchTest
    static final ArchRule NO_CYCLES_AMONG_PICTURES = withoutCycles("viz.(**)");

    @ArchTest
    static final ArchRule ONLY_THE_SNIPPET_ENGINE_SEES_JSHELL = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "shell.snippet..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jdk.jshell..");

    @ArchTest
    static final ArchRule ONLY_THE_TERMINAL_SEES_JLINE = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "shell.terminal..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jline..");

    @ArchTest
    static final ArchRule ONLY_GRAPH_IMAGES_SEE_GRAPHVIZ = noClasses()
            .that()
            .haveNameNotMatching(".*\\.viz\\.graph\\.(GraphDot|drawing\\.GraphImage).*")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("guru.nidi..");

    @ArchTest
    static final ArchRule ONLY_MAIN_PRINTS_AND_EXITS = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(BASE + "shell.Main")
            .and()
            .doNotHaveFullyQualifiedName(BASE + "Prelude") // It has Python's print.
            .and()
            .doNotHaveFullyQualifiedName(BASE + "shell.snippet.StopCheck") // A thread of the user's exits.
            .and()
            .doNotHaveFullyQualifiedName(
                    BASE + "shell.snippet.CompilerOutput") // It exchanges the stream and writes nothing.
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(System.class, "exit", int.class);

    /** The README promises that the engine can be read in one sitting. */
    @Test
    void theEngineIsAtMost300LinesOfCode() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/java/io/github/microgradj/engine"))) {
            long lines = files.flatMap(ArchitectureTest::lines)
                    .filter(line -> !line.isBlank() && !line.strip().matches("(//|/\\*|\\*).*"))
                    .count();
            assertThat(lines).isLessThanOrEqualTo(300);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ArchRule withoutCycles(String packages) {
        return slices().matching(BASE + packages).should().beFreeOfCycles();
    }

    /** A package that depends on nothing of ours but itself and the rooms named. */
    private static ArchRule room(String name, String... seen) {
        return classes()
                .that()
                .resideInAPackage(BASE + name + "..")
                .should()
                .onlyDependOnClassesThat(
                        new DescribedPredicate<>(
                                "lie outside the project, in %s or in %s", name, Arrays.toString(seen)) {
                            @Override
                            public boolean test(JavaClass target) {
                                String room = target.getPackageName();
                                return !(room + ".").startsWith(BASE)
                                        || (room + ".").startsWith(BASE + name + ".")
                                        || Arrays.stream(seen)
                                                .anyMatch(other -> (room + ".").startsWith(BASE + other + "."));
                            }
                        })
                .allowEmptyShould(true);
    }
}
