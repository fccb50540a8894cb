package io.github.microgradj.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.microgradj.export.DenseNetwork.OutputKind;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Exported models, run by ONNX Runtime. */
class OnnxRuntimeTest {
    private static final int SAMPLES = 1000;
    private static final double SINGLE = 1e-5;
    private static final double DOUBLE = 1e-12;

    static List<DenseNetwork> networks() {
        return Networks.all();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void computesTheSameInDoublePrecision(DenseNetwork network) throws OrtException {
        double[][] x = samples(network);
        try (OrtSession session = session(network, true);
                OnnxTensor input = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), x);
                OrtSession.Result result = session.run(Map.of("input", input))) {
            compare(network, x, (double[][]) result.get(0).getValue(), DOUBLE);
            if (network.task() == OutputKind.CLASSIFICATION) {
                compareProbabilities(network, x, (double[][]) result.get(1).getValue());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void computesTheSameInSinglePrecision(DenseNetwork network) throws OrtException {
        double[][] x = samples(network);
        float[][] single = new float[x.length][x[0].length];
        for (int s = 0; s < x.length; s++) {
            for (int i = 0; i < x[s].length; i++) {
                single[s][i] = (float) x[s][i];
            }
        }
        try (OrtSession session = session(network, false);
                OnnxTensor input = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), single);
                OrtSession.Result result = session.run(Map.of("input", input))) {
            float[][] outputs = (float[][]) result.get(0).getValue();
            double[][] wide = new double[outputs.length][outputs[0].length];
            for (int s = 0; s < wide.length; s++) {
                for (int i = 0; i < wide[s].length; i++) {
                    wide[s][i] = outputs[s][i];
                }
            }
            compare(network, x, wide, SINGLE);
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void hasTheNamesAsMetadata(DenseNetwork network) throws OrtException {
        try (OrtSession session = session(network, false)) {
            Map<String, String> metadata = session.getMetadata().getCustomMetadata();
            assertThat(metadata.get("task")).isEqualTo(network.task().name().toLowerCase(java.util.Locale.ROOT));
            assertThat(names(metadata, "features")).isEqualTo(network.features());
            assertThat(names(metadata, "classes")).isEqualTo(network.classes());
        }
    }

    private static List<String> names(Map<String, String> metadata, String key) {
        return new org.json.JSONArray(metadata.getOrDefault(key, "[]"))
                .toList().stream().map(Object::toString).toList();
    }

    private static OrtSession session(DenseNetwork network, boolean isDouble) throws OrtException {
        return OrtEnvironment.getEnvironment().createSession(OnnxModel.of(network, isDouble));
    }

    private static double[][] samples(DenseNetwork network) {
        Random random = new Random(7);
        double[][] samples = new double[SAMPLES][];
        for (int s = 0; s < SAMPLES; s++) {
            samples[s] = Networks.numbers(random, network.inputs(), 3);
        }
        return samples;
    }

    private static void compare(DenseNetwork network, double[][] x, double[][] actual, double tolerance) {
        for (int s = 0; s < x.length; s++) {
            double[] expected = Networks.predict(network, x[s]);
            assertThat(actual[s]).hasSize(expected.length);
            for (int i = 0; i < expected.length; i++) {
                assertThat(actual[s][i]).isCloseTo(expected[i], within(tolerance * Math.max(1, Math.abs(expected[i]))));
            }
        }
    }

    private static void compareProbabilities(DenseNetwork network, double[][] x, double[][] actual) {
        for (int s = 0; s < x.length; s++) {
            double[] logits = Networks.predict(network, x[s]);
            double[] exponents = logits.length == 1 ? new double[] {0, logits[0]} : logits;
            double sum = java.util.Arrays.stream(exponents).map(Math::exp).sum();
            for (int c = 0; c < exponents.length; c++) {
                assertThat(actual[s][c]).isCloseTo(Math.exp(exponents[c]) / sum, within(DOUBLE));
            }
        }
    }
}
