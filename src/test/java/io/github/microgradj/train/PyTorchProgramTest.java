package io.github.microgradj.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.data.Datasets;
import io.github.microgradj.nn.Activation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests of exported PyTorch programs. The first Python that can import torch runs them; without one, they are skipped.
 */
class PyTorchProgramTest {
    private static final int STEPS = 50;
    private static final Pattern LOSS = Pattern.compile("(?m)^step \\d+ loss (\\S+)$");
    private static final Optional<String> PYTHON = python();

    @TempDir
    Path folder;

    private static Optional<String> python() {
        return Stream.of("python3", "/usr/bin/python3")
                .filter(program -> {
                    try {
                        return new ProcessBuilder(program, "-c", "import torch")
                                        .redirectErrorStream(true)
                                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                        .start()
                                        .waitFor()
                                == 0;
                    } catch (IOException e) {
                        return false; // There is no such program.
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .findFirst();
    }

    private static TrainingOptions options() {
        return TrainingOptions.defaults().withSteps(STEPS);
    }

    @Test
    void hingeIsRepeated() throws Exception {
        repeats(Datasets.moons(60, 0.1, 1), options());
    }

    @Test
    void classesInBatchesAreRepeated() throws Exception {
        repeats(
                Datasets.blobs(50, 3, 2),
                options()
                        .withActivation(Activation.TANH)
                        .withOptimizer("adam")
                        .withBatchSize(16)
                        .withScale("standard")
                        .withValidation(0.2));
    }

    @Test
    void regressionIsRepeated() throws Exception {
        repeats(
                Datasets.make("sine", 40, 3),
                options()
                        .withActivation(Activation.LEAKYRELU)
                        .withOptimizer("adamw")
                        .withScale("minmax"));
    }

    @Test
    void logitsAreRepeated() throws Exception {
        repeats(
                Datasets.circles(40, 0.05, 3),
                options().withActivation(Activation.SIGMOID).withLoss(Loss.BCE).withOptimizer("momentum"));
    }

    private void repeats(Dataset data, TrainingOptions options) throws Exception {
        assumeTrue(PYTHON.isPresent(), "no Python here imports torch");
        TrainingRun run = Trainer.train(data, options);
        run.export(folder.resolve("model.py"));
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("model.py", "model-data.safetensors");

        List<Double> losses = losses(output(start(Map.of(), "--from-start")));
        assertThat(losses).hasSize(STEPS);
        for (int step = 0; step < STEPS; step++) {
            double ours = run.history().get(step).loss();
            assertThat(losses.get(step)).as("step %d", step).isCloseTo(ours, within(1e-9 * Math.max(1, ours)));
        }

        double[][] predicted = output(start(Map.of(), "--predict"))
                .lines()
                .map(line -> Arrays.stream(line.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
        double[][] expected = run.model().predict(run.training().inputs());
        assertThat(predicted).hasDimensions(expected.length, expected[0].length);
        for (int s = 0; s < expected.length; s++) {
            for (int i = 0; i < expected[s].length; i++) {
                assertThat(predicted[s][i])
                        .isCloseTo(expected[s][i], within(1e-12 * Math.max(1, Math.abs(expected[s][i]))));
            }
        }
        twoProcessesHaveTheLossesOfOne(losses);
    }

    /** Starts the processes that {@code torchrun --nproc_per_node 2} starts. */
    private void twoProcessesHaveTheLossesOfOne(List<Double> losses) throws Exception {
        List<Process> processes = new ArrayList<>();
        for (String rank : List.of("0", "1")) {
            processes.add(start(
                    Map.of(
                            "RANK",
                            rank,
                            "LOCAL_RANK",
                            rank,
                            "WORLD_SIZE",
                            "2",
                            "MASTER_ADDR",
                            "127.0.0.1",
                            "MASTER_PORT",
                            String.valueOf(freePort())),
                    "--from-start"));
        }
        List<Double> shared = losses(output(processes.get(0)));
        assertThat(output(processes.get(1))).isEmpty();
        assertThat(shared).hasSameSizeAs(losses);
        for (int step = 0; step < STEPS; step++) {
            assertThat(shared.get(step))
                    .as("step %d", step)
                    .isCloseTo(losses.get(step), within(1e-12 * Math.max(1, losses.get(step))));
        }
    }

    private int port;

    private int freePort() throws IOException {
        if (port == 0) {
            try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
                port = socket.getLocalPort();
            }
        }
        return port;
    }

    private Process start(Map<String, String> environment, String option) throws IOException {
        ProcessBuilder program = new ProcessBuilder(PYTHON.orElseThrow(), "model.py", option)
                .directory(folder.toFile())
                .redirectError(
                        folder.resolveSibling(folder.getFileName() + ".err").toFile());
        program.environment().putAll(environment);
        return program.start();
    }

    private String output(Process process) throws Exception {
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(() -> {
                    try {
                        return Files.readString(folder.resolveSibling(folder.getFileName() + ".err"));
                    } catch (IOException e) {
                        return e.toString();
                    }
                })
                .isZero();
        return output;
    }

    private static List<Double> losses(String output) {
        return LOSS.matcher(output)
                .results()
                .map(match -> Double.parseDouble(match.group(1)))
                .toList();
    }
}
