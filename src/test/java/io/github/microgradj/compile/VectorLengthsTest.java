package io.github.microgradj.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests that the bits are the same for every length of vectors. HotSpot's flags imitate processors with shorter
 * vectors, in JVMs of their own.
 */
@Tag("long")
class VectorLengthsTest {
    @BeforeEach
    void needsTheFlags() {
        assumeTrue(System.getProperty("os.arch").matches("amd64|x86_64"), "the flags are those of x86");
    }

    @ParameterizedTest
    @CsvSource({
        "-XX:UseAVX=2, vectors of 4 doubles",
        "-XX:MaxVectorSize=16, vectors of 2 doubles",
        "-XX:UseAVX=0, vectors of 2 doubles",
    })
    void theVectorApi(String flag, String kernels) throws IOException, InterruptedException {
        assertThat(run(
                        "io.github.microgradj.compile.kernel.KernelsTest",
                        flag,
                        "--add-modules",
                        "jdk.incubator.vector"))
                .contains(kernels);
        run(BitsTest.class.getName(), flag, "--add-modules", "jdk.incubator.vector");
    }

    @ParameterizedTest
    @CsvSource({"-XX:UseAVX=2", "-XX:UseAVX=0"})
    void plainLoops(String flag) throws IOException, InterruptedException {
        run(BitsTest.class.getName(), flag);
    }

    /** Runs a class, and returns what it prints. */
    private static String run(String main, String... options) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(options);
        builder.command().add(0, System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        builder.command().add("-cp");
        builder.command().add(System.getProperty("java.class.path"));
        builder.command().add(main);
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
