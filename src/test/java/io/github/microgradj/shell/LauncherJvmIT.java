package io.github.microgradj.shell;

import static io.github.microgradj.shell.LauncherWorld.launcher;
import static io.github.microgradj.shell.LauncherWorld.script;
import static io.github.microgradj.shell.LauncherWorld.write;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.shell.LauncherWorld.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the launcher with a real JVM, the one of these tests, and a Main that prints what it receives. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
@Timeout(60)
class LauncherJvmIT {
    private static final String MAIN = """
            package io.github.microgradj.shell;

            public class Main {
                public static void main(String[] arguments) throws Exception {
                    String first = arguments.length == 0 ? "" : arguments[0];
                    switch (first) {
                        case "in" -> System.out.println(new String(System.in.readAllBytes()));
                        case "out" -> System.out.println(arguments[1]);
                        case "properties" -> {
                            System.out.println(System.getProperty("java.home"));
                            System.out.println(System.getProperty("user.dir"));
                            System.out.println(System.getProperty("mine"));
                        }
                        case "environment" -> System.getenv().keySet().stream().sorted().forEach(System.out::println);
                        case "wait" -> { System.out.println("up"); Thread.sleep(60_000); }
                        default -> System.exit(arguments.length);
                    }
                }
            }
            """;

    @TempDir
    Path scratch;

    private LauncherWorld world;
    private Path root;
    private Path shell;

    @BeforeEach
    void makeTheWorld() throws Exception {
        world = new LauncherWorld(scratch).set("MICROGRADJ_JAVA", System.getProperty("java.home"));
        root = world.distribution("a place");
        shell = launcher(root);
        Path source = scratch.resolve("Main.java");
        write(source, MAIN);
        ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", scratch.toString(), source.toString());
        String name = "io/github/microgradj/shell/Main.class";
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(root.resolve("lib/microgradj.jar")))) {
            jar.putNextEntry(new JarEntry(name));
            Files.copy(scratch.resolve(name), jar);
        }
    }

    @Test
    void theStatusIsThatOfTheProgramAndTheJvmHasNothingToSay() throws Exception {
        Run run = world.run(shell, "", "b");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEmpty();
    }

    @Test
    void standardInputReachesTheProgram() throws Exception {
        assertThat(world.run(shell, "in").lines()).containsExactly("typed");
    }

    @Test
    void theProgramRunsOnTheNamedJvmWhereTheUserStands() throws Exception {
        world.set("MICROGRADJ_OPTS", "-Xmx64m -Dmine=yes");
        assertThat(world.run(shell, "properties").lines())
                .containsExactly(
                        System.getProperty("java.home"), scratch.getRoot().toString(), "yes");
    }

    @Test
    void theEnvironmentIsTheUsersOwn() throws Exception {
        world.set("LANG", "C.UTF-8").set("OWN", "1");
        assertThat(world.run(shell, "environment").lines())
                .contains("OWN")
                .isSubsetOf(
                        "LANG",
                        "OWN",
                        "PATH",
                        "MICROGRADJ_JAVA",
                        "MICROGRADJ_JVM_FOLDER",
                        "PWD",
                        "OLDPWD",
                        "_",
                        "SHLVL");
    }

    @Test
    void theProgramTakesTheLaunchersPlaceSoThatSignalsReachIt() throws Exception {
        LauncherWorld.Started started = world.start(shell, "wait");
        while (!Files.readString(started.out()).contains("up")) {
            Thread.sleep(10);
        }
        started.process().destroy();
        assertThat(started.finish().status()).isEqualTo(128 + 15);
    }

    /** The bytes are written in an ASCII script, because this JVM could not pass them in the C locale. */
    @Test
    void pathsAndArgumentsMayHoldAnyLetterEvenInTheCLocale() throws Exception {
        Path caller = scratch.resolve("caller");
        script(caller, """
                place="$1/$(printf '\\303\\251lan \\342\\202\\254')"
                %s -r "$1/a place" "$place" && exec "$place/bin/microgradj-shell" out "$(printf '\\303\\251=\\342\\202\\254')\"""".formatted(LauncherWorld.which("cp")));
        for (String locale : new String[] {"C", "POSIX", "", "C.UTF-8"}) {
            Run run = world.set("LC_ALL", locale).run(caller, scratch.toString());
            assertThat(run.err()).isEmpty();
            assertThat(run.out().getBytes(UTF_8)).isEqualTo("\u00e9=\u20ac\n".getBytes(UTF_8));
        }
    }
}
