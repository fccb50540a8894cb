package io.github.microgradj.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A simulated machine for the launcher: tools but no Java, fake JDK folders, and copies of the project without Maven.
 */
final class LauncherWorld {
    static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final List<String> TOOLS =
            List.of("cat", "find", "grep", "mkdir", "readlink", "rm", "sed", "sh", "sleep", "tail", "touch");

    final Path home;
    final Path path;
    final Path jvms;
    private final Path input;
    private final Map<String, String> environment = new HashMap<>();

    record Run(int status, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }
    }

    record Started(Process process, Path out, Path err) {
        Run finish() throws IOException, InterruptedException {
            int status = process.waitFor();
            return new Run(status, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
        }
    }

    LauncherWorld(Path home) throws IOException {
        this.home = home;
        input = Files.writeString(home.resolve("input"), "typed");
        path = Files.createDirectory(home.resolve("tools"));
        jvms = Files.createDirectory(home.resolve("jvms"));
        for (String tool : TOOLS) {
            script(path.resolve(tool), "exec " + which(tool) + " \"$@\"");
        }
        set("PATH", path);
        set("MICROGRADJ_JVM_FOLDER", jvms);
    }

    LauncherWorld set(String variable, Object value) {
        environment.put(variable, value.toString());
        return this;
    }

    /**
     * Creates a folder that looks like a JDK. Its java program prints the folder's name, and then each argument on a
     * line.
     */
    Path jdk(String name, String version) throws IOException {
        return jdk(name, version, "java.base jdk.compiler jdk.jshell");
    }

    Path jdk(String name, String version, String modules) throws IOException {
        Path jdk = jvms.resolve(name);
        write(
                jdk.resolve("release"),
                "IMPLEMENTOR=\"Us\"",
                "JAVA_VERSION=\"" + version + '"',
                "MODULES=\"" + modules + '"');
        script(jdk.resolve("bin/java"), "printf '%s\\n' " + name + " \"$@\"");
        script(jdk.resolve("bin/javac"), "exit 1");
        return jdk;
    }

    /** Creates sources, and an mvnw that records its arguments and makes the jars. */
    Path clone(String name) throws IOException {
        Path root = home.resolve(name);
        write(root.resolve("pom.xml"), "<project/>");
        write(root.resolve("src/main/java/A.java"), "class A {}");
        mvnw(root, "mkdir -p target/lib", ": >target/lib/a.jar", ": >target/microgradj.jar");
        return withLauncher(root);
    }

    void mvnw(Path root, String... lines) throws IOException {
        script(root.resolve("mvnw"), "echo \"$JAVA_HOME $*\" >>builds\n" + String.join("\n", lines));
    }

    /** Creates an unpacked release, without sources. */
    Path distribution(String name) throws IOException {
        Path root = home.resolve(name);
        write(root.resolve("lib/microgradj.jar"));
        write(root.resolve("lib/a.jar"));
        return withLauncher(root);
    }

    static Path launcher(Path root) {
        return root.resolve("bin/microgradj-shell");
    }

    Run run(Path program, String... arguments) throws IOException, InterruptedException {
        return start(program, arguments).finish();
    }

    /** Starts the launcher in the root folder, because nothing may depend on the user's current folder. */
    Started start(Path program, String... arguments) throws IOException {
        Path out = Files.createTempFile(home, "run", ".out");
        Path err = Files.createTempFile(home, "run", ".err");
        ProcessBuilder builder =
                new ProcessBuilder(Stream.concat(Stream.of(program.toString()), Arrays.stream(arguments))
                        .toList());
        builder.directory(home.getRoot().toFile());
        builder.redirectInput(input.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new Started(builder.start(), out, err);
    }

    static void write(Path file, String... lines) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, List.of(lines));
    }

    static void script(Path file, String body) throws IOException {
        write(file, "#!/bin/sh", body);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path withLauncher(Path root) throws IOException {
        Files.createDirectories(root.resolve("bin"));
        Files.copy(launcher(PROJECT), launcher(root));
        return root;
    }

    static Path which(String tool) {
        return Stream.of("/bin", "/usr/bin")
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}
