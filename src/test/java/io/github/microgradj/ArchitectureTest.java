package io.github.microgradj;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests of the architecture. Any import that is not listed here is an error. */
@AnalyzeClasses(packages = "io.github.microgradj", importOptions = ArchitectureTest.MainClasses.class)
class ArchitectureTest {
    private static final String BASE = "io.github.microgradj.";

    /**
     * A filter that excludes test classes. ArchUnit's own filter does not know the test folder of the profile
     * {@code torch}.
     */
    static final class MainClasses implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("test-classes");
        }
    }

    /**
     * All packages, each after the packages that it imports. A class may import only the packages on its own package's
     * line.
     */
    private static final String ROOMS = """
            text:
            io:
            random:
            arithmetic:
            engine: text arithmetic
            compile.kernel: engine arithmetic
            compile: engine compile.kernel
            compile.sequence: engine compile.kernel compile
            viz.terminal:
            viz.picture: text io viz.terminal
            export: text io viz.terminal viz.picture
            nn: text io random engine compile compile.sequence export
            optim: text engine
            data: text random
            train: text random engine compile export nn optim data
            languagemodel: text io random engine compile.sequence nn optim

            viz.graph.view: engine nn viz.picture
            viz.graph.text: text engine viz.terminal viz.graph.view
            viz.graph.drawing: engine viz.picture viz.graph.view
            viz.graph: text engine viz.terminal viz.picture viz.graph.view viz.graph.text viz.graph.drawing
            viz.plot: text engine nn data viz.terminal viz.picture
            viz.training: text engine nn data train languagemodel viz.terminal viz.picture viz.plot

            python.value: text engine
            python: text random engine nn python.value
            python.numpy: text engine random python python.value
            python.module: random engine data viz.picture viz.plot python python.value python.numpy

            language.python.syntax:
            language.python: text language.python.syntax
            language.infix: text
            language: text random engine nn data train viz.graph python python.value

            editor.text: language.infix
            notebook: editor.text viz.picture
            documentation: text
            learn: text io
            snippet.model: language.infix
            snippet.compiler: language.infix snippet.model
            snippet.runtime: engine
            snippet.execution: text language.infix snippet.model snippet.compiler snippet.runtime
            snippet.assist: text engine language.infix documentation snippet.model snippet.execution
            snippet: text language.infix documentation snippet.model snippet.compiler snippet.runtime snippet.execution \
                snippet.assist

            editor: io editor.text
            archive: io editor
            backward: text engine
            output: text viz.terminal notebook editor
            report: text engine nn data snippet.model output

            command: text io viz.terminal viz.picture notebook snippet editor.text editor output report
            command.argument: text engine nn viz.graph.view viz.plot language.infix language snippet.runtime \
                snippet.execution snippet command
            command.basic: text io notebook export documentation snippet.model snippet.runtime snippet.execution snippet \
                editor.text output report command
            command.graph: text io engine export nn languagemodel viz.picture viz.graph.view viz.graph snippet editor backward output report command \
                command.argument
            command.learning: text io engine nn learn viz.terminal language.infix snippet.model snippet.execution snippet output report command
            command.languagemodel: text engine random optim languagemodel viz.training snippet editor output report command
            command.plot: text engine nn optim data train languagemodel viz.picture viz.plot viz.training snippet output report \
                command command.argument
            command.training: text io export nn optim data train languagemodel viz.terminal viz.plot viz.training snippet \
                editor output report command command.languagemodel

            session: text viz.picture python python.module notebook language.infix language.python.syntax language.python language snippet.model \
                snippet.runtime snippet.execution snippet editor output report command command.argument
            shell: text train viz.terminal language.infix documentation snippet.model snippet.assist snippet editor.text \
                editor archive output report command command.basic command.graph command.languagemodel command.learning command.plot \
                command.training session
            """;

    private static final int MOST_CLASSES = 25;

    /**
     * Names that several inner classes may share, because they are always read with the name of the outer class, as in
     * {@code Span.Kind}.
     */
    private static final Set<String> INNER_NAMES = Set.of("Kind", "Row", "Bound", "Builder");

    @ArchTest
    static void everyRoomImportsWhatItsLineNames(JavaClasses classes) {
        rooms().forEach((name, seen) -> room(name, seen).check(classes));
    }

    @ArchTest
    static void everyPackageIsARoom(JavaClasses classes) {
        assertThat(classesByRoom(classes).keySet()).isEqualTo(rooms().keySet());
    }

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching(BASE + "(**)").should().beFreeOfCycles();

    /** Checks that no package has too many classes or more than a sixth of the code. */
    @ArchTest
    static void noRoomIsTooLarge(JavaClasses classes) {
        Map<String, List<Path>> files = new TreeMap<>();
        classesByRoom(classes).keySet().forEach(room -> files.put(room, sources(room)));
        long all = files.values().stream().mapToLong(ArchitectureTest::count).sum();
        assertThat(files).allSatisfy((room, sources) -> {
            assertThat(sources).as(room).hasSizeLessThanOrEqualTo(MOST_CLASSES);
            assertThat(count(sources)).as("lines of " + room).isLessThan(all / 6);
        });
        if (Boolean.getBoolean("rooms.print")) {
            files.forEach((room, sources) ->
                    System.out.printf("%-20s %3d files %6d lines%n", room, sources.size(), count(sources)));
        }
    }

    /** Checks that no two classes have the same name, including inner classes. */
    @ArchTest
    static void everyNameIsUnique(JavaClasses classes) {
        Map<String, List<String>> names = classes.stream()
                .filter(each ->
                        !each.isAnonymousClass() && !each.getSimpleName().equals("package-info"))
                .filter(each -> each.isTopLevelClass() || !INNER_NAMES.contains(each.getSimpleName()))
                .filter(each -> !each.getName().contains(".Syntax$")) // A node is always read as Syntax.Call.
                .collect(groupingBy(JavaClass::getSimpleName, TreeMap::new, mapping(JavaClass::getName, toList())));
        names.values().removeIf(bearers -> bearers.size() == 1);
        assertThat(names).isEmpty();
    }

    @ArchTest
    static final ArchRule ONLY_THE_SNIPPET_ENGINE_SEES_JSHELL = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "snippet..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jdk.jshell..");

    @ArchTest
    static final ArchRule ONLY_THE_EDITOR_SEES_JLINE = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "editor..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jline..");

    @ArchTest
    static final ArchRule ONLY_GRAPH_MODELS_SEE_GRAPHVIZ_JAVA = noClasses()
            .that()
            .haveNameNotMatching(".*\\.viz\\.graph\\.(GraphDot|drawing\\.DotModel).*")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("guru.nidi..");

    @ArchTest
    static final ArchRule ONLY_MAIN_PRINTS_AND_EXITS = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(BASE + "shell.Main")
            .and()
            .doNotHaveFullyQualifiedName(BASE + "language.Prelude") // It implements Python's print.
            .and()
            .doNotHaveFullyQualifiedName(BASE + "python.Py") // So does it.
            .and()
            .doNotHaveFullyQualifiedName(BASE + "session.RecordedOutput") // It copies the stream for :save.
            .and()
            .doNotHaveFullyQualifiedName(BASE + "command.learning.OutputRedirect") // It catches what a lesson prints.
            .and()
            .doNotHaveFullyQualifiedName(BASE + "snippet.runtime.StopCheck") // It exits on behalf of a user's thread.
            .and()
            .doNotHaveFullyQualifiedName(
                    BASE + "snippet.compiler.CompilerOutput") // It replaces the stream and writes nothing.
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(System.class, "exit", int.class);

    /**
     * Checks that the page refers only to existing classes. A name in backticks is a class or its path below the base
     * package.
     */
    @ArchTest
    static void documentsNameWhatThereIs(JavaClasses classes) throws IOException {
        Set<String> known = Stream.concat(
                        classes.stream().map(JavaClass::getSimpleName),
                        classes.stream().filter(JavaClass::isTopLevelClass).map(each -> each.getName()
                                .substring(BASE.length())
                                .replace('.', '/')))
                .collect(toSet());
        String page = Files.readString(Path.of("docs/architecture.md"));
        assertThat(page.split("\n## ")).hasSize(8); // The title, two tables and five walk-throughs.
        List<String> named = Pattern.compile("`((?:[a-z]+/)*[A-Z]\\w+)s?`")
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .filter(name -> !name.endsWith("Test"))
                .toList();
        assertThat(named).hasSizeGreaterThan(80);
        assertThat(known).containsAll(named);
    }

    /** Checks that the engine can be read in one sitting, as the README promises. */
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

    private static List<Path> sources(String room) {
        Path folder = Path.of("src/main/java", (BASE + room).replace('.', '/'));
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long count(List<Path> files) {
        return files.stream().flatMap(ArchitectureTest::lines).count();
    }

    private static Map<String, List<JavaClass>> classesByRoom(JavaClasses classes) {
        return classes.stream()
                .collect(groupingBy(each -> each.getPackageName().substring(BASE.length()), TreeMap::new, toList()));
    }

    private static Map<String, List<String>> rooms() {
        Map<String, List<String>> rooms = new TreeMap<>();
        ROOMS.lines().filter(line -> !line.isBlank()).forEach(line -> {
            List<String> words = List.of(line.split(":? +|:$"));
            rooms.put(words.get(0), words.subList(1, words.size()));
        });
        return rooms;
    }

    private static ArchRule room(String name, List<String> seen) {
        return classes()
                .that()
                .resideInAPackage(BASE + name)
                .should()
                .onlyDependOnClassesThat(
                        new DescribedPredicate<>("lie outside the project, in %s or in %s", name, seen) {
                            @Override
                            public boolean test(JavaClass target) {
                                String other = target.getPackageName();
                                return !other.startsWith(BASE)
                                        || other.equals(BASE + name)
                                        || seen.contains(other.substring(BASE.length()));
                            }
                        });
    }
}
