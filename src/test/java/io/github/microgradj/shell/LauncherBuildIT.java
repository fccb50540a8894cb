package io.github.microgradj.shell;

import static io.github.microgradj.shell.LauncherWorld.launcher;
import static io.github.microgradj.shell.LauncherWorld.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.shell.LauncherWorld.Run;
import io.github.microgradj.shell.LauncherWorld.Started;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tests of when the launcher builds a clone, and of the messages that it prints. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
@Timeout(60)
class LauncherBuildIT {
    private static final String FIRST = "microgradj: building (first start only, about a minute) ...\n";
    private static final String AGAIN = "microgradj: building (the sources are newer than the jar) ...\n";

    @TempDir
    Path scratch;

    private LauncherWorld world;
    private Path jdk;
    private Path root;
    private Path shell;

    @BeforeEach
    void makeTheWorld() throws Exception {
        world = new LauncherWorld(scratch);
        world.jdk("older", "17.0.1");
        jdk = world.jdk("java 17", "17.0.15");
        root = world.clone("my clone");
        shell = launcher(root);
    }

    @Test
    void aFreshCloneIsBuiltOnceWithTheJdkItRunsOn() throws Exception {
        Run first = world.run(shell, "--version");
        assertThat(first.status()).isZero();
        assertThat(first.err()).isEqualTo(FIRST);
        assertThat(first.lines()).startsWith("java").endsWith("--version");
        assertThat(world.run(shell).err()).isEmpty();
        assertThat(builds()).singleElement().asString().startsWith(jdk + " -q -B -Dquick ");
        assertThat(root.resolve("target/build.lock")).doesNotExist();
    }

    @Test
    void theClassPathIsAllThatABuildPrints() throws Exception {
        world.mvnw(root, "mkdir -p target/lib", ": >target/lib/a.jar", ": >target/microgradj.jar", "echo noise");
        Run run = world.run(shell, "--print-classpath");
        assertThat(run.out()).isEqualTo(root + "/target/microgradj.jar:" + root + "/target/lib/a.jar\n");
        assertThat(root.resolve("target/build.log")).hasContent("noise");
    }

    @Test
    void theBuildLeavesStandardInputToTheScript() throws Exception {
        world.mvnw(root, "cat", "mkdir -p target/lib", ": >target/microgradj.jar");
        world.run(shell);
        assertThat(root.resolve("target/build.log")).isEmptyFile();
    }

    @Test
    void newerSourcesAreBuiltAgainAndHiddenFilesAreNot() throws Exception {
        world.run(shell);
        write(root.resolve("src/main/java/.A.java.swp"), "");
        later(root.resolve("src/main/java/.A.java.swp"));
        assertThat(world.run(shell).err()).isEmpty();
        later(root.resolve("src/main/java/A.java"));
        assertThat(world.run(shell).err()).isEqualTo(AGAIN);
        assertThat(builds()).hasSize(2);
    }

    @Test
    void whatIsEditedDuringABuildIsBuiltByTheNextStart() throws Exception {
        world.mvnw(root, "mkdir -p target/lib", "sleep 0.3", "touch pom.xml", ": >target/microgradj.jar");
        world.run(shell);
        assertThat(world.run(shell).err()).isEqualTo(AGAIN);
    }

    @Test
    void aFailedBuildNamesTheErrorAndTheLogAndIsTriedAgain() throws Exception {
        world.mvnw(
                root,
                "echo '[INFO] noise'",
                "echo '[ERROR] COMPILATION ERROR : '",
                "echo \"[ERROR] /A.java:[3,5] ';' expected\"",
                "echo '[ERROR] Failed to execute goal compile'",
                "exit 1");
        Run run = world.run(shell);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo(FIRST + "microgradj: the build failed: /A.java:[3,5] ';' expected\n"
                        + "microgradj: the log is " + root + "/target/build.log\n");
        world.run(shell);
        assertThat(builds()).hasSize(2);
    }

    @Test
    void aFailureWithoutAnErrorLineShowsTheLastOne() throws Exception {
        world.mvnw(root, "echo 'cannot fetch Maven: no route to host'", "exit 1");
        assertThat(world.run(shell).err()).contains("the build failed: cannot fetch Maven: no route to host\n");
    }

    @Test
    void oneOfSeveralStartsBuilds() throws Exception {
        slowBuild();
        assertThat(together(3)).allMatch(run -> run.status() == 0);
        assertThat(builds()).hasSize(1);
    }

    @Test
    void theLockOfADeadStartIsTakenOverByOne() throws Exception {
        slowBuild();
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        write(root.resolve("target/build.lock/pid"), Long.toString(dead.pid()));
        assertThat(together(3)).allMatch(run -> run.status() == 0);
        assertThat(builds()).hasSize(1);
        assertThat(root.resolve("target/build.lock")).doesNotExist();
    }

    @Test
    void aStartWaitsForTheLockOfALivingOne() throws Exception {
        long living = ProcessHandle.current().pid();
        Path lock = root.resolve("target/build.lock");
        write(lock.resolve("pid"), Long.toString(living));
        Started started = world.start(shell);
        while (!Files.readString(started.err()).contains("waiting for another start to build")) {
            assertThat(started.process().isAlive()).isTrue();
            Thread.sleep(20);
        }
        assertThat(root.resolve("builds")).doesNotExist();
        Files.delete(lock.resolve("pid"));
        Files.delete(lock);
        assertThat(started.finish().err()).hasLineCount(1);
        assertThat(builds()).hasSize(1);
    }

    private void slowBuild() throws Exception {
        world.mvnw(root, "sleep 0.3", "mkdir -p target/lib", ": >target/microgradj.jar");
    }

    private List<Run> together(int starts) throws Exception {
        List<Started> started = new ArrayList<>();
        for (int i = 0; i < starts; i++) {
            started.add(world.start(shell));
        }
        List<Run> runs = new ArrayList<>();
        for (Started each : started) {
            runs.add(each.finish());
        }
        return runs;
    }

    private List<String> builds() throws Exception {
        return Files.readAllLines(root.resolve("builds"));
    }

    private static void later(Path file) throws Exception {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));
    }
}
