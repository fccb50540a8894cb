package io.github.microgradj.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tests of an unpacked release, read-only, run by the user nobody with an empty home folder. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
@Timeout(300)
class UnpackedIT {
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));
    private static final String NOBODY = "65534";

    @TempDir
    Path scratch;

    private Path place;
    private Path home;
    private final List<Path> mounted = new ArrayList<>();

    private record Run(int status, String out) {}

    @BeforeEach
    void openTheFolders() throws Exception {
        Files.setPosixFilePermissions(scratch, PosixFilePermissions.fromString("rwxr-xr-x"));
        place = Files.createDirectories(scratch.resolve("Gr\u00f6\u00dfe 1"));
        home = Files.createDirectory(scratch.resolve("home"));
        run(Map.of(), List.of("chmod", "a+rwx", home.toString()));
    }

    @AfterEach
    void close() throws Exception {
        for (Path each : mounted) {
            run(Map.of(), List.of("umount", each.toString()));
        }
        run(Map.of(), List.of("chmod", "-R", "u+w", scratch.toString()));
    }

    @Test
    @Tag("long")
    void theArchiveWorksFromAReadOnlyFolderForAnOrdinaryUser() throws Exception {
        Path root = unpack(file("target", "microgradj-.*\\.tar\\.gz").orElseThrow(), place);
        run(Map.of(), List.of("chmod", "-R", "a-w", place.toString()));
        assertThat(root).isDirectoryContaining("glob:**/LICENSE").isDirectoryContaining("glob:**/README.md");
        assertThat(root.resolve("licenses/THIRD-PARTY.txt")).content().contains("jline", "picocli", "jfreechart");
        Path link = Files.createSymbolicLink(scratch.resolve("mg"), root.resolve("bin/microgradj-shell"));
        examplesRun(List.of(), link, root);
        Run drawn = asNobody(link, "-e", "drawDot(new Value(2).mul(3)).save(\"" + home + "/d.svg\")");
        assertThat(drawn.status()).as(drawn.out()).isZero();
        assertThat(home.resolve("d.svg")).content().contains("<svg").contains("6.0000");
        List<String> command = new ArrayList<>(nobody());
        command.add(link.toString());
        try (TerminalProgram shell = TerminalProgram.start(command, home, 100, 30, environment())) {
            shell.awaitPrompt();
            shell.enter("Value(2.0) * 3");
            shell.await("data=6.0");
            shell.enter(":quit");
            assertThat(shell.awaitExit()).isZero();
        }
    }

    @Test
    void bothArchivesHoldTheSameAndTheZipCanBeUnpacked() throws Exception {
        Path zip = file("target", "microgradj-.*\\.zip").orElseThrow();
        Path root = Files.createDirectory(place.resolve("zip"));
        assertThat(new ProcessBuilder(System.getProperty("java.home") + "/bin/jar", "xf", zip.toString())
                        .directory(root.toFile())
                        .start()
                        .waitFor())
                .isZero();
        Path other = unpack(file("target", "microgradj-.*\\.tar\\.gz").orElseThrow(), place);
        assertThat(names(root.resolve(other.getFileName()))).isEqualTo(names(other));
    }

    @Test
    void theOptionsCompleteInBash() throws Exception {
        Path script = scratch.resolve("completion");
        Run printed = asNobody(Path.of("bin/microgradj-shell").toAbsolutePath(), "--completion");
        Files.writeString(script, printed.out());
        try (TerminalProgram bash =
                TerminalProgram.start(List.of("bash", "--norc", "--noprofile"), home, 100, 30, environment())) {
            bash.enter("PS1='ready> '; source " + script);
            bash.await("shell", screen -> screen.endsWith("\nready>"));
            bash.type("microgradj-shell --ver\t");
            bash.await("the option", screen -> screen.endsWith("microgradj-shell --version"));
        }
    }

    /** Creates a root file system with only the C library and a shell: no Java, fonts, tools or locale. */
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "builds a bare Linux")
    @Tag("long")
    void theImageRunsWhereThereIsNoJava() throws Exception {
        Optional<Path> image = file("target/image", "microgradj-.*\\.tar\\.gz");
        assumeThat(image).as("made by -Pimage").isPresent();
        assumeThat(ROOT).as("only root changes the root").isTrue();
        Path bare = bareLinux(image.orElseThrow());
        Path root = unpack(image.orElseThrow(), Files.createDirectories(bare.resolve("opt/my place")));
        Path program = Path.of("/").resolve(bare.relativize(root)).resolve("bin/microgradj-shell");
        List<String> inside = List.of("/usr/sbin/chroot", "--userspec=" + NOBODY + ":" + NOBODY, bare.toString());
        Files.writeString(bare.resolve("home/all.mg"), """
                Value a = Value(-4.0), b = Value(2.0)
                Value d = a * b + b**3
                :graph d /home/d.svg
                :graph d /home/d.png
                :train moons --steps 3 --boundary /home/m.png
                """);
        Run run = run(Map.of("HOME", "/home", "PATH", "/bin:/usr/sbin"), with(inside, program, "/home/all.mg"));
        assertThat(run.out())
                .contains("step 0 loss 0.8958441028683222, accuracy 50.0%")
                .contains("wrote /home/m.png");
        assertThat(run.status()).isZero();
        assertThat(bare.resolve("home/d.svg")).content().contains("<svg");
        examplesRun(inside, program, Path.of("/").resolve(bare.relativize(root)));
        Run classes = run(
                Map.of("HOME", "/home", "PATH", "/bin:/usr/sbin", "MICROGRADJ_OPTS", "-Xlog:class+load"),
                with(inside, program, "-e", "1 + 1"));
        if (Files.exists(root.resolve("runtime/lib/microgradj.aot"))) {
            assertThat(classes.out()).contains("io.github.microgradj.shell.Main source: shared objects file");
        }
    }

    private Path bareLinux(Path image) throws Exception {
        Path bare = Files.createDirectory(scratch.resolve("bare"));
        Path probe = unpack(image, Files.createDirectory(scratch.resolve("probe")));
        for (String folder : new String[] {"bin", "tmp", "home", "proc"}) {
            Files.createDirectory(bare.resolve(folder));
        }
        run(
                Map.of(),
                List.of(
                        "chmod",
                        "a+rwx",
                        bare.toString(),
                        bare.resolve("tmp").toString(),
                        bare.resolve("home").toString()));
        Files.copy(Path.of("/bin/dash"), bare.resolve("bin/sh"));
        for (String program : List.of(
                "/bin/dash",
                probe.resolve("runtime/lib/server/libjvm.so").toString(),
                probe.resolve("runtime/bin/java").toString())) {
            for (String word : run(Map.of(), List.of("ldd", program)).out().split("\\s+", -1)) {
                Path target = bare.resolve(word.substring(Math.min(1, word.length())));
                if (word.startsWith("/lib") && !Files.exists(target)) {
                    Files.createDirectories(target.getParent());
                    Files.copy(Path.of(word).toRealPath(), target);
                }
            }
        }
        assumeThat(run(
                                Map.of(),
                                List.of(
                                        "mount",
                                        "-t",
                                        "proc",
                                        "proc",
                                        bare.resolve("proc").toString()))
                        .status())
                .as("may mount")
                .isZero();
        mounted.add(bare.resolve("proc"));
        return bare;
    }

    private void examplesRun(List<String> inside, Path program, Path root) throws Exception {
        for (String folder : new String[] {"examples", "examples/shell"}) {
            try (Stream<Path> examples = Files.list(Path.of(folder))) {
                for (Path each : examples.filter(Files::isRegularFile).sorted().toList()) {
                    String example =
                            root.resolve(folder).resolve(each.getFileName()).toString();
                    Run run = inside.isEmpty()
                            ? asNobody(program, example)
                            : run(Map.of("HOME", "/home", "PATH", "/bin:/usr/sbin"), with(inside, program, example));
                    assertThat(run.status()).as("%s: %s", example, run.out()).isZero();
                }
            }
        }
    }

    private static List<String> with(List<String> before, Path program, String... arguments) {
        List<String> command = new ArrayList<>(before);
        command.add(program.toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /** Examples write into the current folder. */
    private Run asNobody(Path program, String... arguments) throws Exception {
        return run(environment(), with(nobody(), program, arguments));
    }

    private static List<String> nobody() {
        return ROOT && Files.isExecutable(Path.of("/usr/bin/setpriv"))
                ? List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups")
                : List.of();
    }

    private Map<String, String> environment() {
        return new HashMap<>(Map.of(
                "HOME",
                home.toString(),
                "PATH",
                "/usr/bin:/bin",
                "TERM",
                "xterm-256color",
                "MICROGRADJ_JAVA",
                System.getProperty("java.home")));
    }

    private Run run(Map<String, String> environment, List<String> command) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).directory(home.toFile());
        if (!environment.isEmpty()) {
            builder.environment().clear();
            builder.environment().putAll(environment);
        }
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), out);
    }

    private Path unpack(Path archive, Path folder) throws Exception {
        Run run = run(Map.of(), List.of("tar", "xzf", archive.toAbsolutePath().toString(), "-C", folder.toString()));
        assertThat(run.status()).as(run.out()).isZero();
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(each -> each.getFileName().toString().startsWith("microgradj-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Optional<Path> file(String folder, String pattern) throws IOException {
        if (!Files.isDirectory(Path.of(folder))) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(each -> each.getFileName().toString().matches(pattern))
                    .map(Path::toAbsolutePath)
                    .findFirst();
        }
    }

    private static List<String> names(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(each -> root.relativize(each).toString()).sorted().toList();
        }
    }
}
