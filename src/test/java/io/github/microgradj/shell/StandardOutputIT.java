package io.github.microgradj.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of how the program ends if its output cannot be written or if a thread exits. */
@EnabledOnOs(OS.LINUX)
class StandardOutputIT {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$SHELL -e 'while (true) System.out.println(\"step\");' | head -c 4; echo ${PIPESTATUS[0]}",
                "$SHELL -e 'while (true) try { print(\"step\"); } catch (Throwable t) { }' | head -c 4; echo ${PIPESTATUS[0]}",
                "echo ':train moons' | $SHELL 2>&- | head -c 4; echo ${PIPESTATUS[1]}",
                "$SHELL -e 'while (true) System.err.println(\"step\");' 2>&1 >/dev/null | head -c 4; echo ${PIPESTATUS[0]}",
            })
    void aClosedPipeEndsTheProgram(String script) throws IOException, InterruptedException {
        assertThat(bash(script)).isEqualTo("step141\n");
    }

    @Test
    void outputForWhichThereIsNoRoomIsAnError() throws IOException, InterruptedException {
        assertThat(bash("$SHELL -e '1 + 1' 2>&1 >/dev/full; echo $?"))
                .isEqualTo("microgradj-shell: cannot write to standard output: No space left on device\n1\n");
    }

    @Test
    void aThreadOfAPoolMayExit() throws IOException, InterruptedException {
        String pool = "var pool = java.util.concurrent.Executors.newSingleThreadExecutor();";
        assertThat(bash("$SHELL -e '" + pool
                        + " var exit = pool.submit(() -> System.exit(3)); Thread.sleep(50_000)'; echo $?"))
                .isEqualTo("3\n");
    }

    @Test
    void whatIsNotAsciiArrives() throws IOException, InterruptedException {
        assertThat(bash("$SHELL -e '\"\u00e9\u6f22\"' | cat")).isEqualTo("\"\u00e9\u6f22\"\n");
    }

    private static String bash(String script) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String shell = String.join(
                " ",
                List.of(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-Dfile.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8",
                        "io.github.microgradj.shell.Main"));
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", "SHELL='timeout 60 " + shell + "'; " + script);
        bash.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        bash.environment().put("LC_ALL", "C.UTF-8");
        Process process = bash.start();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return out;
    }
}
