package io.github.microgradj.shell;

import static io.github.microgradj.shell.LauncherWorld.PROJECT;
import static io.github.microgradj.shell.LauncherWorld.launcher;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the class archive. It is made once, and even if it is damaged, the shell starts silently and works. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
@Timeout(180)
@Tag("long")
class ArchiveIT {
    private static final boolean AOT = Runtime.version().feature() >= 25;

    @TempDir
    static Path made;

    @TempDir
    Path home;

    private static Path root;
    private Path cache;
    private final List<Path> mounted = new ArrayList<>();

    private record Run(int status, String out, String err) {}

    /** Makes a copy of the program without the large libraries for pictures. Tests may change the jars of the copy. */
    @BeforeAll
    static void unpackAndWarm() throws Exception {
        root = Files.createDirectories(made.resolve("program"));
        Files.createDirectories(root.resolve("lib"));
        Files.createDirectories(root.resolve("bin"));
        Files.copy(launcher(PROJECT), launcher(root));
        Files.copy(PROJECT.resolve("target/microgradj.jar"), root.resolve("lib/microgradj.jar"));
        try (Stream<Path> jars = Files.list(PROJECT.resolve("target/lib"))) {
            for (Path jar : jars.filter(each ->
                            Files.isRegularFile(each) && !each.toString().contains("-v8-"))
                    .toList()) {
                Files.copy(jar, root.resolve("lib").resolve(jar.getFileName()));
            }
        }
        Run warm = run(made.resolve("cache"), Map.of(), "--warm");
        assertThat(warm.err()).isEmpty();
        assertThat(warm.out()).startsWith("made ");
    }

    @BeforeEach
    void copyTheArchive() throws IOException {
        cache = home.resolve("cache");
        try (Stream<Path> files = Files.walk(made.resolve("cache"))) {
            for (Path each : files.toList()) {
                Files.copy(each, cache.resolve(made.resolve("cache").relativize(each)));
            }
        }
        archive().toFile().setWritable(true);
    }

    @AfterEach
    void unmount() throws Exception {
        for (Path each : mounted) {
            new ProcessBuilder("umount", each.toString()).start().waitFor();
        }
    }

    private Path archive() throws IOException {
        try (Stream<Path> files = Files.walk(cache)) {
            return files.filter(each -> each.toString().endsWith(AOT ? ".aot" : ".jsa"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void note(String size) throws IOException {
        Path note = archive().resolveSibling(archive().getFileName() + ".note");
        List<String> lines = new ArrayList<>(Files.readAllLines(note));
        lines.set(0, size);
        Files.write(note, lines);
    }

    private static Run run(Path cache, Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(launcher(root).toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("JAVA_") || name.startsWith("MICROGRADJ_"));
        builder.environment()
                .putAll(Map.of(
                        "MICROGRADJ_JAVA",
                        System.getProperty("java.home"),
                        "XDG_CACHE_HOME",
                        cache.toString(),
                        "LC_ALL",
                        "C"));
        builder.environment().putAll(environment);
        Path out = Files.createTempFile(made, "run", ".out");
        Path err = Files.createTempFile(made, "run", ".err");
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        process.getOutputStream().close();
        return new Run(process.waitFor(), Files.readString(out), Files.readString(err));
    }

    /** Starts the shell, and returns whether the JVM loaded its classes from the archive. */
    private boolean computesFromTheArchive() throws Exception {
        Path log = home.resolve("classes.log");
        Run run = run(cache, Map.of("MICROGRADJ_OPTS", "-Xlog:class+load:file=" + log), "-e", "1 + 1");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("2\n");
        assertThat(run.status()).isZero();
        return Files.readAllLines(log, StandardCharsets.UTF_8).stream()
                .anyMatch(line ->
                        line.matches(".* io\\.github\\.microgradj\\.shell\\.Main source: shared objects file.*"));
    }

    @Test
    void theJvmTakesWhatWarmHasMadeAndMakesItOnce() throws Exception {
        assertThat(computesFromTheArchive()).isTrue();
        assertThat(run(cache, Map.of(), "--warm").out()).endsWith("is up to date\n");
        assertThat(run(cache, Map.of("MICROGRADJ_ARCHIVE", "off"), "-e", "1 + 1")
                        .out())
                .isEqualTo("2\n");
    }

    @Test
    void aStaleOneIsNotTakenAndIsReplaced() throws Exception {
        Path jar = root.resolve("lib/microgradj.jar");
        FileTime time = Files.getLastModifiedTime(jar);
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().minusSeconds(3600)));
        try {
            assertThat(computesFromTheArchive()).isFalse();
            assertThat(run(cache, Map.of(), "--warm").out()).startsWith("made ");
            assertThat(computesFromTheArchive()).isTrue();
        } finally {
            Files.setLastModifiedTime(jar, time);
        }
    }

    @Test
    void oneThatWasCutShortIsNotTaken() throws Exception {
        long size = Files.size(archive());
        for (long rest : new long[] {0, 100, size / 4, size - 5_000}) {
            try (RandomAccessFile file = new RandomAccessFile(archive().toFile(), "rw")) {
                file.setLength(size);
                file.setLength(rest);
            }
            assertThat(computesFromTheArchive()).isFalse();
        }
    }

    @Test
    void aForeignOneIsNotTaken() throws Exception {
        Path foreign = Path.of(System.getProperty("java.home"), "lib", "server", "classes.jsa");
        Files.write(archive(), Files.isRegularFile(foreign) ? Files.readAllBytes(foreign) : new byte[1 << 20]);
        note(Long.toString(Files.size(archive())));
        assertThat(computesFromTheArchive()).isFalse();
        Files.writeString(archive(), "no archive at all");
        note(Long.toString(Files.size(archive())));
        assertThat(computesFromTheArchive()).isFalse();
    }

    @Test
    void oneThatCannotBeReadIsNotTaken() throws Exception {
        Path archive = archive();
        Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("---------"));
        assertThat(computesFromTheArchive()).isEqualTo(Files.isReadable(archive)); // root can read everything
        Files.delete(archive);
        Files.createDirectory(archive);
        assertThat(computesFromTheArchive()).isFalse();
    }

    @Test
    void oneOfUnknownSizeIsNotTaken() throws Exception {
        Files.delete(archive().resolveSibling(archive().getFileName() + ".note"));
        assertThat(computesFromTheArchive()).isFalse();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "mounts a small file system")
    void aFullDiskIsToldToWhoAsksAndToNobodyElse() throws Exception {
        mount("size=1m");
        computesOnATerminal();
        Run warm = run(cache, Map.of(), "--warm");
        assertThat(warm.status()).isEqualTo(1);
        assertThat(warm.err()).contains("less than 150 MB left").hasLineCount(1);
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "mounts a small file system")
    void aCacheThatCannotBeWrittenIsToldToWhoAsksAndToNobodyElse() throws Exception {
        mount("ro");
        computesOnATerminal();
        Run warm = run(cache, Map.of(), "--warm");
        assertThat(warm.status()).isEqualTo(1);
        assertThat(warm.err()).contains("Read-only file system").hasLineCount(1);
    }

    private void mount(String options) throws Exception {
        cache = Files.createDirectory(home.resolve("mounted"));
        int status = new ProcessBuilder("mount", "-t", "tmpfs", "-o", options, "tmpfs", cache.toString())
                .start()
                .waitFor();
        assumeThat(status).as("only root mounts").isZero();
        mounted.add(cache);
    }

    /** Checks that an interactive shell shows only its banner, the prompt and the result. */
    private void computesOnATerminal() throws Exception {
        try (TerminalProgram shell = start()) {
            shell.awaitPrompt();
            shell.enter("1 + 1");
            shell.await("$1 ==> 2");
            shell.enter(":quit");
            assertThat(shell.awaitExit()).isZero();
            assertThat(shell.screen()).contains("microgradj ").doesNotContain("rror");
        }
    }

    private TerminalProgram start() throws IOException {
        return TerminalProgram.start(home, 100, 30, Map.of("XDG_CACHE_HOME", cache.toString()));
    }

    @Test
    void twoShellsThatStartAtOnceMakeOne() throws Exception {
        cache = home.resolve("new cache");
        try (TerminalProgram one = start();
                TerminalProgram other = start()) {
            for (TerminalProgram each : List.of(one, other)) {
                each.awaitPrompt();
                each.enter("1 + 1");
                each.await("$1 ==> 2");
            }
            while (!Files.exists(cache) || !hasNote()) {
                Thread.sleep(50);
            }
            for (TerminalProgram each : List.of(one, other)) {
                each.enter("2 + 2");
                each.await("$2 ==> 4");
                assertThat(each.screen()).contains("microgradj ").doesNotContain("rror");
            }
        }
        computesOnATerminal();
    }

    private boolean hasNote() throws IOException {
        try (Stream<Path> files = Files.walk(cache)) {
            return files.anyMatch(each -> each.toString().endsWith(".note"));
        }
    }

    @Test
    void anArchiveWhoseJarsAreGoneIsRemoved() throws Exception {
        Files.delete(archive());
        Path old = Files.createDirectories(cache.resolve("microgradj/archives/16.0.1/gone"))
                .resolve("microgradj.jsa");
        Files.writeString(old, "old");
        Files.writeString(old.resolveSibling("microgradj.jsa.note"), "3\n5 7 /gone/lib/microgradj.jar\n");
        assertThat(run(cache, Map.of(), "--warm").out()).startsWith("made ");
        assertThat(old.getParent()).isEmptyDirectory();
        assertThat(computesFromTheArchive()).isTrue();
    }
}
