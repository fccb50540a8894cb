package io.github.microgradj.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests of the README's code and of every example. Each runs in its own process, and its output is compared with the
 * comments. Blocks tagged {@code java} and files {@code *.jsh} run both in this shell and in the JDK's jshell; the
 * blocks are also compiled against the jar. Blocks tagged {@code jshell} or {@code python} and files {@code *.mg} run
 * only in this shell.
 */
class DocumentationIT {
    private static final String STARTUP = "startup/microgradj.jsh";
    private static final Path BIN = Path.of(System.getProperty("java.home"), "bin");
    /** Options for fast short runs, in English because the comments have decimal points. */
    private static final List<String> JVM_OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dfile.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.country=US");

    @TempDir
    static Path folder;

    private static ExecutorService pool;
    private static String classPath;

    @BeforeAll
    static void findTheJars() throws IOException {
        try (Stream<Path> libraries = Files.list(Path.of("target/lib"))) {
            classPath = String.join(
                    System.getProperty("path.separator"),
                    Stream.concat(Stream.of(Path.of("target/microgradj.jar")), libraries.sorted())
                            .map(jar -> jar.toAbsolutePath().toString())
                            .toList());
        }
        pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    }

    @AfterAll
    static void close() {
        pool.shutdownNow();
    }

    /** Returns the options with which the README starts the JDK's shell. */
    static List<String> jshellOptions(String classPath) {
        return List.of("--class-path", classPath, "--startup", "DEFAULT", "--startup", STARTUP);
    }

    @TestFactory
    List<DynamicTest> readmeInOurShell() throws IOException {
        return Stream.concat(
                        CodeBlock.ofReadme().stream().filter(block -> List.of("java", "jshell", "python")
                                .contains(block.tag())),
                        Stream.of(CodeBlock.ofProse()))
                .map(DocumentationIT::inOurShell)
                .toList();
    }

    @TestFactory
    List<DynamicTest> readmeInASystemShell() throws IOException {
        return CodeBlock.ofReadme().stream()
                .filter(block -> block.tag().equals("sh"))
                .flatMap(DocumentationIT::inASystemShell)
                .toList();
    }

    @Tag("long")
    @TestFactory
    List<DynamicTest> readmeInTheJdksShellAndCompiled() throws IOException {
        return CodeBlock.ofReadme().stream()
                .filter(block -> block.tag().equals("java"))
                .flatMap(block -> Stream.of(inTheJdksShell(block), asAProgram(block)))
                .toList();
    }

    @TestFactory
    List<DynamicTest> examplesInOurShell() throws IOException {
        return CodeBlock.ofExamples().stream().map(DocumentationIT::inOurShell).toList();
    }

    @Tag("long")
    @TestFactory
    List<DynamicTest> examplesInTheJdksShell() throws IOException {
        return CodeBlock.ofExamples().stream()
                .filter(example -> example.tag().equals("jsh"))
                .map(DocumentationIT::inTheJdksShell)
                .toList();
    }

    private static DynamicTest inOurShell(CodeBlock block) {
        return test(block, "in microgradj-shell", place -> {
            List<String> command = java();
            command.add("io.github.microgradj.shell.Main");
            command.add(script(place, block.code()));
            return command;
        });
    }

    private static DynamicTest inTheJdksShell(CodeBlock block) {
        return test(block, "in jshell", place -> {
            List<String> command = new ArrayList<>(List.of(BIN.resolve("jshell").toString()));
            command.add("-J-Djava.util.prefs.userRoot=" + place);
            JVM_OPTIONS.forEach(option -> command.addAll(List.of("-J" + option, "-R" + option)));
            jshellOptions(classPath)
                    .forEach(option -> command.add(option.equals(STARTUP) ? absolute(STARTUP) : option));
            command.add(script(place, block.code() + "\n/exit\n"));
            return command;
        });
    }

    /** Runs each call of a program with arguments or input from the project folder, if there is a bash. */
    private static Stream<DynamicTest> inASystemShell(CodeBlock block) {
        return block.code()
                .lines()
                .filter(line -> line.matches("(bin/\\S+|jshell) .+") && !OS.WINDOWS.isCurrentOs())
                .map(line -> test(
                        block,
                        "as " + line,
                        place -> List.of("bash", "-c", """
                        cd '%s' && export PATH='%s':"$PATH" XDG_CACHE_HOME='%s'
                        %s""".formatted(absolute(""), BIN, place, line))));
    }

    /** Runs a block as a source file, which the java program compiles first. */
    private static DynamicTest asAProgram(CodeBlock block) {
        String source = "%s%npublic class Block { public static void main(String[] args) throws Exception {%n%s}}%n"
                .formatted(Startup.script(), block.code());
        return test(block, "as a program", place -> {
            List<String> command = java();
            command.add(Files.writeString(place.resolve("Block.java"), source).toString());
            return command;
        });
    }

    private static List<String> java() {
        List<String> command = new ArrayList<>(List.of(BIN.resolve("java").toString()));
        command.addAll(JVM_OPTIONS);
        command.addAll(List.of("-cp", classPath));
        return command;
    }

    private static String absolute(String file) {
        return Path.of(file).toAbsolutePath().toString();
    }

    private static String script(Path place, String code) throws IOException {
        return Files.writeString(place.resolve("script"), code).toString();
    }

    /** A command to run in an empty folder. */
    private interface Preparation {
        List<String> commandIn(Path place) throws IOException;
    }

    private record Run(int status, String out, String err) {}

    /** Starts a command as soon as a processor is free; the test waits for it. */
    private static DynamicTest test(CodeBlock block, String how, Preparation preparation) {
        Callable<Run> work = () -> {
            Path place = Files.createTempDirectory(folder, "block");
            return run(place, preparation.commandIn(place));
        };
        Future<Run> run = pool.submit(work);
        return DynamicTest.dynamicTest(block.name() + " " + how, () -> verify(block, how, run.get()));
    }

    private static Run run(Path place, List<String> command) throws IOException, InterruptedException {
        Path out = place.resolve("standard-output");
        Path err = place.resolve("standard-error");
        Process process = new ProcessBuilder(command)
                .directory(place.toFile())
                .redirectInput(Files.createFile(place.resolve("standard-input")).toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return new Run(process.waitFor(), text(out), text(err));
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private static void verify(CodeBlock block, String how, Run run) {
        String context = "%s %s, which wrote%n%s%s".formatted(block.name(), how, run.out(), run.err());
        assertThat(run.status()).as("status of " + context).isZero();
        // After an error the status of jshell is 0 as well.
        assertThat(run.err()).as("errors of " + context).doesNotContain("Error:", "Exception ");
        if (block.prints().isEmpty()) {
            assertThat(block.tag())
                    .as("only colon commands need not say what they print")
                    .isIn("jshell", "sh");
        } else {
            assertThat(run.out().lines().map(String::stripTrailing))
                    .as("lines of " + context)
                    .containsExactlyElementsOf(block.prints());
        }
    }
}
