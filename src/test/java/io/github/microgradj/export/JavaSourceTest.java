package io.github.microgradj.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.export.DenseNetwork.Dense;
import io.github.microgradj.export.DenseNetwork.Nonlinearity;
import io.github.microgradj.export.DenseNetwork.OutputKind;
import java.io.ByteArrayOutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that compile and run exported classes. */
class JavaSourceTest {
    @TempDir
    Path folder;

    @Test
    void predictsBitForBit() throws Exception {
        List<DenseNetwork> networks = Networks.all();
        compile(networks);
        for (int i = 0; i < networks.size(); i++) {
            DenseNetwork network = networks.get(i);
            Class<?> type = loaded("Model" + i);
            Random random = new Random(5);
            for (int s = 0; s < 100; s++) {
                double[] x = Networks.numbers(random, network.inputs(), 3);
                assertThat((double[]) type.getMethod("predict", double[].class).invoke(null, x))
                        .as("%s", network)
                        .containsExactly(Networks.predict(network, x));
            }
            if (!network.classes().isEmpty()) {
                assertThat((String[]) type.getMethod("classes").invoke(null))
                        .containsExactlyElementsOf(network.classes());
                assertThat((String[]) type.getMethod("features").invoke(null))
                        .containsExactlyElementsOf(network.features());
                double[] x = Networks.numbers(random, network.inputs(), 3);
                double[] scores = Networks.predict(network, x);
                int largest = scores.length == 1
                        ? scores[0] > 0 ? 1 : 0
                        : IntStream.range(0, scores.length)
                                .reduce((a, b) -> scores[b] > scores[a] ? b : a)
                                .orElseThrow();
                assertThat(type.getMethod("predictClass", double[].class).invoke(null, x))
                        .isEqualTo(largest);
            }
        }
    }

    @Test
    void aLargeNetworkFitsIntoAClass() throws Exception {
        Random random = new Random(2);
        double[][] weights = IntStream.range(0, 50)
                .mapToObj(n -> Networks.numbers(random, 784, 1))
                .toArray(double[][]::new);
        DenseNetwork network = new DenseNetwork(
                List.of(new Dense(weights, Networks.numbers(random, 50, 1), Nonlinearity.LINEAR)),
                Optional.empty(),
                Optional.empty(),
                OutputKind.SCORES,
                List.of(),
                "",
                List.of());
        double[] x = Networks.numbers(random, 784, 1);
        compile(List.of(network));
        assertThat((double[])
                        loaded("Model0").getMethod("predict", double[].class).invoke(null, x))
                .containsExactly(Networks.predict(network, x));
    }

    /** Compiles all networks at once, as the classes Model0, Model1 and so on. */
    private void compile(List<DenseNetwork> networks) throws Exception {
        List<String> arguments = new ArrayList<>(
                List.of("-Xlint:all", "-Werror", "--release", "8", "-Xlint:-options", "-d", folder.toString()));
        for (int i = 0; i < networks.size(); i++) {
            Path source = folder.resolve("Model" + i + ".java");
            Files.writeString(source, JavaSource.of(networks.get(i), "Model" + i), StandardCharsets.US_ASCII);
            arguments.add(source.toString());
        }
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, errors, arguments.toArray(String[]::new));
        assertThat(status).as(errors.toString(StandardCharsets.UTF_8)).isZero();
    }

    private Class<?> loaded(String name) throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            return Class.forName(name, true, loader);
        }
    }
}
