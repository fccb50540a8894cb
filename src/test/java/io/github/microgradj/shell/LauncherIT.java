package io.github.microgradj.shell;

import static io.github.microgradj.shell.LauncherWorld.PROJECT;
import static io.github.microgradj.shell.LauncherWorld.launcher;
import static io.github.microgradj.shell.LauncherWorld.script;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.shell.LauncherWorld.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of which JDK the launcher chooses, and of the folders from which it can be called. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
class LauncherIT {
    private static final String NEEDED =
            "microgradj: A JDK of version 17 or later with the module jdk.jshell is needed.";

    @TempDir
    Path scratch;

    private LauncherWorld world;
    private Path shell;

    @BeforeEach
    void makeTheWorld() throws Exception {
        world = new LauncherWorld(scratch);
        shell = launcher(world.distribution("microgradj"));
    }

    @Test
    void saysWhatIsNeededWhenThereIsNoJava() throws Exception {
        Run run = world.run(shell);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .containsExactly(
                        "microgradj: no suitable JDK found. A JDK of version 17 or later with the module jdk.jshell is needed.",
                        "microgradj: found: nothing",
                        "microgradj: Install one (see https://adoptium.net), or name one: MICROGRADJ_JAVA=/path/to/jdk"
                                + " microgradj-shell");
    }

    @Test
    void saysWhyEachJavaItFoundIsUnfit() throws Exception {
        Path old = world.jdk("old", "11.0.22");
        Path ancient = world.jdk("ancient", "1.8.0_402");
        Path jre = world.jdk("jre", "21.0.2", "java.base java.desktop");
        Run run = world.run(shell);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err().lines())
                .contains(
                        "  " + old + ": it is Java 11.0.22",
                        "  " + ancient + ": it is Java 1.8.0_402",
                        "  " + jre + ": it is Java 21.0.2 without jdk.jshell: a JRE, not a JDK");
    }

    @ParameterizedTest
    @CsvSource({
        "17.0.9, 17.0.15",
        "17.0.15, 25",
        "21.0.4, 25.0.3",
        "9.0.4, 17",
        "1.8.0_402, 17.0.1",
        "25.0.3, 26-ea",
        "99, 100.0.1"
    })
    void takesTheNewest(String older, String newer) throws Exception {
        world.jdk("a-newer", newer);
        world.jdk("b-older", older);
        world.jdk("c-newer-jre", "101", "java.base");
        assertThat(world.run(shell).lines()).startsWith("a-newer");
        world.jdk("a-newer", older);
        world.jdk("b-older", newer);
        assertThat(world.run(shell).lines()).startsWith("b-older");
    }

    @Test
    void theOneOnThePathWinsAmongEquals() throws Exception {
        world.jdk("a", "17.0.9");
        Path onPath = world.jdk("b", "17.0.9");
        Files.createSymbolicLink(world.path.resolve("java"), onPath.resolve("bin/java"));
        assertThat(world.run(shell).lines()).startsWith("b");
        world.jdk("a", "17.0.10");
        assertThat(world.run(shell).lines()).startsWith("a");
    }

    @Test
    void asksAJavaThatLiesOutsideItsFolderWhereThatIs() throws Exception {
        Path jdk = world.jdk("real", "21");
        script(world.path.resolve("java"), "echo '    java.home = " + jdk + "' >&2");
        world.set("MICROGRADJ_JVM_FOLDER", scratch.resolve("none"));
        assertThat(world.run(shell).lines()).startsWith("real");
    }

    @Test
    void asksAJavaWithoutAReleaseFileWhatItIs() throws Exception {
        Path jdk = world.jdk("unmarked", "21");
        Files.delete(jdk.resolve("release"));
        script(jdk.resolve("bin/java"), """
                case $1 in
                  -version) echo 'openjdk version "17.0.15" 2025-04-15' >&2 ;;
                  --list-modules) echo java.base@17.0.15; echo jdk.jshell@17.0.15 ;;
                  *) echo unmarked ;;
                esac""");
        assertThat(world.run(shell).lines()).containsExactly("unmarked");
    }

    @Test
    void anUnfitJavaHomeIsAnErrorThoughAFitJavaIsThere() throws Exception {
        world.jdk("fit", "25.0.3");
        Path old = world.jdk("old", "11.0.22");
        Run run = world.set("JAVA_HOME", old).run(shell);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err().lines())
                .containsExactly(
                        "microgradj: JAVA_HOME=" + old + " cannot be used: it is Java 11.0.22",
                        NEEDED,
                        "microgradj: Set JAVA_HOME to such a JDK, or unset it.");
    }

    @Test
    void aJavaHomeThatIsNotThereIsAnError() throws Exception {
        world.jdk("fit", "25.0.3");
        Run run = world.set("JAVA_HOME", "/gone").run(shell);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).startsWith("microgradj: JAVA_HOME=/gone cannot be used: there is no /gone/bin/java\n");
    }

    @Test
    void javaHomeWinsOverANewerOneAndMicrogradjJavaOverBoth() throws Exception {
        world.jdk("newest", "25.0.3");
        world.set("JAVA_HOME", world.jdk("home", "21"));
        assertThat(world.run(shell).lines()).startsWith("home");
        Path named = world.jdk("named", "17");
        assertThat(world.set("MICROGRADJ_JAVA", named).run(shell).lines()).startsWith("named");
        assertThat(world.set("MICROGRADJ_JAVA", named.resolve("bin/java"))
                        .run(shell)
                        .lines())
                .startsWith("named");
        Run run = world.set("MICROGRADJ_JAVA", world.jdk("old", "16.0.2")).run(shell);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("MICROGRADJ_JAVA=").contains("it is Java 16.0.2");
    }

    @Test
    void aCloneNeedsACompilerToo() throws Exception {
        Path jre = world.jdk("jre", "21");
        Files.delete(jre.resolve("bin/javac"));
        assertThat(world.run(shell).lines()).startsWith("jre");
        Run run = world.run(launcher(world.clone("clone")));
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains(jre + ": it is Java 21 without javac: a JRE, not a JDK");
    }

    @ParameterizedTest
    @CsvSource({
        "--vector -e 1+1,     true,  -e 1+1",
        "-e 1+1 --vector,     true,  -e 1+1",
        "--vector a.jsh one,  true,  a.jsh one",
        "a.jsh --vector,      false, a.jsh --vector",
        "- --warm --vector,   false, - --warm --vector",
        "-- --vector,         false, -- --vector",
        "-e --vector,         false, -e --vector",
    })
    void itsOwnOptionsStandBeforeTheScript(String arguments, boolean vector, String passed) throws Exception {
        world.jdk("jdk", "17.0.9");
        List<String> given = world.run(shell, arguments.split(" ")).lines();
        assertThat(given.contains("--add-modules=jdk.incubator.vector")).isEqualTo(vector);
        assertThat(String.join(" ", given)).endsWith(" io.github.microgradj.shell.Main " + passed);
    }

    @Test
    void aClosedStreamIsNoFileOfTheJvm() throws Exception {
        world.jdk("jdk", "17.0.9");
        Run run = world.run(LauncherWorld.which("sh"), "-c", shell + " <&-");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("microgradj: standard input is closed: there is nothing to run\n");
        script(world.jvms.resolve("jdk/bin/java"), "cat <&0 && echo out && echo err >&2");
        Run code = world.run(LauncherWorld.which("sh"), "-c", "{ " + shell + " -e 1 <&- >&- 2>&-; } && echo fine");
        assertThat(code.out()).isEqualTo("fine\n");
    }

    @Test
    void passesArgumentsOnAsTheyAre() throws Exception {
        world.jdk("java17", "17.0.15");
        assertThat(world.run(shell, "-e", "a  * b", "", "$x '\"").lines())
                .endsWith("io.github.microgradj.shell.Main", "-e", "a  * b", "", "$x '\"");
    }

    @Test
    void nativeAccessIsGrantedWhereTheJvmAsksForIt() throws Exception {
        world.jdk("java", "23.0.2");
        assertThat(world.run(shell).lines()).doesNotContain("--enable-native-access=ALL-UNNAMED");
        world.jdk("java", "24");
        assertThat(world.run(shell).lines()).contains("--enable-native-access=ALL-UNNAMED");
    }

    @Test
    void theUsersOwnCollectorReplacesOurs() throws Exception {
        world.jdk("java", "25");
        assertThat(world.run(shell).lines()).contains("-XX:+UseSerialGC");
        world.set("MICROGRADJ_OPTS", "-XX:+UseZGC -Dfiles=/*");
        assertThat(world.run(shell).lines())
                .contains("-XX:+UseZGC", "-Dfiles=/*")
                .doesNotContain("-XX:+UseSerialGC");
    }

    /** C1 alone starts fastest but produces slow code, so it is only for code that cannot run long. */
    @Test
    void anExpressionAloneIsCompiledInHasteAndAllElseForSpeed() throws Exception {
        world.jdk("jdk", "25");
        String haste = "-XX:TieredStopAtLevel=1";
        assertThat(world.run(shell, "-e", "1 + 1").lines()).contains(haste);
        for (String code : List.of(":train moons", "while (true);", "{ work(); }", "list.forEach(x -> x.work())")) {
            assertThat(world.run(shell, "-e", code).lines())
                    .contains("-XX:CompileThresholdScaling=8")
                    .doesNotContain(haste);
        }
        assertThat(world.run(shell).lines()).doesNotContain(haste);
        assertThat(world.run(shell, "-e", "1 + 1", "script.jsh").lines()).doesNotContain(haste);
    }

    @Test
    void worksThroughAChainOfLinksInFoldersWithSpaces() throws Exception {
        world.jdk("java 17", "17");
        Path root = world.distribution("a place/of my own");
        Path links = Files.createDirectories(scratch.resolve("li nks/deep"));
        Path relative = Files.createSymbolicLink(links.resolve("one"), links.relativize(launcher(root)));
        Path absolute = Files.createSymbolicLink(links.resolve("two"), relative);
        Path last = Files.createSymbolicLink(links.resolveSibling("three"), Path.of("deep", "two"));
        for (Path link : new Path[] {relative, absolute, last}) {
            assertThat(world.run(link, "--print-classpath").out())
                    .isEqualTo(root + "/lib/microgradj.jar:" + root + "/lib/a.jar\n");
        }
    }

    @Test
    void aColonInTheFolderIsRefused() throws Exception {
        Run run = world.run(launcher(world.distribution("a:b")));
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("a:b has a colon").hasLineCount(1);
    }

    @Test
    void printsTheClassPathWithoutJava() throws Exception {
        Run run = world.run(shell, "--print-classpath");
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().strip().split(":")).hasSize(2).allSatisfy(jar -> assertThat(Path.of(jar))
                .exists());
    }

    @Test
    void theProjectsOwnClassPathIsTheJarAndItsLibraries() throws Exception {
        world.set("MICROGRADJ_JAVA", System.getProperty("java.home"));
        Run run = world.run(launcher(PROJECT), "--print-classpath");
        assertThat(run.err()).isEmpty();
        assertThat(run.out().strip().split(":"))
                .startsWith(PROJECT.resolve("target/microgradj.jar").toString())
                .allSatisfy(jar -> assertThat(Path.of(jar)).isRegularFile())
                .anySatisfy(jar -> assertThat(jar).contains("/target/lib/jline-"));
    }
}
