package io.github.microgradj.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.microgradj.export.DenseNetwork.Dense;
import io.github.microgradj.export.DenseNetwork.Nonlinearity;
import io.github.microgradj.export.DenseNetwork.OutputKind;
import io.github.microgradj.export.TrainingPlan.Criterion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files of all formats, which are written whole or not at all. */
class ExportFormatTest {
    private static final DenseNetwork NETWORK = network();
    private static final TrainingPlan PLAN = new TrainingPlan(
            NETWORK, new double[64][64], new double[64], Criterion.SQUARED_ERROR, "sgd", 1, 0.1, 7, 0, 1, 0);

    @TempDir
    Path folder;

    private static DenseNetwork network() {
        Random random = new Random(1);
        double[][] weights = IntStream.range(0, 64)
                .mapToObj(n -> Networks.numbers(random, 64, 1))
                .toArray(double[][]::new);
        return new DenseNetwork(
                List.of(new Dense(weights, new double[64], Nonlinearity.LINEAR)),
                Optional.empty(),
                Optional.empty(),
                OutputKind.SCORES,
                List.of(),
                "",
                List.of());
    }

    private static List<Path> write(ExportFormat format, Path folder) {
        return format.write(
                NETWORK, Optional.of(PLAN), format.precision(), folder.resolve("Model" + format.extension()));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void replacesAFileAndLeavesNoOther(ExportFormat format) throws IOException {
        Files.writeString(folder.resolve("Model" + format.extension()), "old");
        List<Path> written = write(format, folder);
        assertThat(written.get(0)).isEqualTo(folder.resolve("Model" + format.extension()));
        assertThat(Files.size(written.get(0))).isGreaterThan(1000);
        assertThat(names(folder))
                .containsExactlyInAnyOrderElementsOf(written.stream()
                        .map(file -> file.getFileName().toString())
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void aMissingFolderAndAFolderInTheWayAreToldInOneLine(ExportFormat format) throws IOException {
        Path missing = folder.resolve("none");
        assertThatThrownBy(() -> write(format, missing))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot write " + missing.resolve("Model" + format.extension()) + ": no such folder");
        Path taken = Files.createDirectory(folder.resolve("Model" + format.extension()));
        assertThatThrownBy(() -> write(format, folder)).hasMessage("cannot write " + taken + ": it is a folder");
        assertThat(names(folder)).containsExactly("Model" + format.extension());
    }

    @Test
    void aProgramIsNotReplacedWithoutItsData() throws IOException {
        Path program = Files.writeString(folder.resolve("Model.py"), "old");
        Files.createDirectory(folder.resolve("Model-data.safetensors"));
        assertThatThrownBy(() -> write(ExportFormat.PYTHON, folder)).hasMessageEndingWith(": it is a folder");
        assertThat(program).hasContent("old");
        assertThat(names(folder)).containsExactly("Model-data.safetensors", "Model.py");
    }

    @ParameterizedTest
    @EnumSource
    @EnabledOnOs(value = OS.LINUX, disabledReason = "mounts a small file system")
    void aFullDiskLeavesTheOldFile(ExportFormat format) throws Exception {
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=12k", "tmpfs", folder.toString()))
                .as("only root mounts")
                .isZero();
        try {
            Path file = Files.writeString(folder.resolve("Model" + format.extension()), "old");
            assertThatThrownBy(() -> write(format, folder))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage("cannot write " + file + ": No space left on device");
            assertThat(file).hasContent("old");
            assertThat(names(folder)).containsExactly("Model" + format.extension());
        } finally {
            run("umount", folder.toString());
        }
    }

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command).start().waitFor();
    }

    @ParameterizedTest
    @EnumSource
    void anUnwritableFolderIsToldInOneLine(ExportFormat format) throws IOException {
        assumeThat(folder.toFile().setWritable(false) && !Files.isWritable(folder))
                .as("root writes everywhere")
                .isTrue();
        try {
            assertThatThrownBy(() -> write(format, folder)).hasMessageEndingWith(": permission denied");
        } finally {
            assertThat(folder.toFile().setWritable(true)).isTrue();
        }
    }
}
