package io.github.microgradj.languagemodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import io.github.microgradj.GoldenFiles;
import io.github.microgradj.engine.Value;
import io.github.microgradj.languagemodel.LanguageRun.LanguageEnding;
import io.github.microgradj.random.PythonRandom;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Tests against Karpathy's microgpt, run by CPython on the bundled names. Training is compiled; the gradients are not.
 */
class MicrogptTest {
    private final JsonObject golden = GoldenFiles.json("microgpt_cc0.json");
    private final PythonRandom random = new PythonRandom(42);
    private final Documents names = Documents.names().shuffled(random);
    private final GPT gpt = new GPT(random, names.tokenizer(), LanguageModelKind.GPT.size());

    @Test
    void documentsAndParametersAreThoseOfMicrogpt() {
        assertThat(names.texts()).hasSize(golden.get("docs").getAsInt());
        assertThat(names.tokenizer().alphabet())
                .isEqualTo(golden.get("vocabulary").getAsString());
        assertThat(names.texts().subList(0, 5))
                .isEqualTo(GoldenFiles.strings(golden.getAsJsonArray("first_documents")));
        assertThat(gpt.parameters()).hasSize(golden.get("parameters").getAsInt());
        assertThat(gpt.parameters().get(0).data)
                .isEqualTo(golden.getAsJsonObject("initial")
                        .getAsJsonArray("wte")
                        .get(0)
                        .getAsDouble());
    }

    @Test
    void gradientsOfTheFirstStepAreThoseOfMicrogpt() {
        gpt.loss(names.texts().get(0)).backward();
        assertThat(gpt.parameters().stream()
                        .mapToDouble(parameter -> parameter.grad)
                        .sum())
                .isCloseTo(golden.get("gradient_sum_step1").getAsDouble(), within(1e-12));
        assertThat(gpt.parameters().stream()
                        .mapToDouble(parameter -> Math.abs(parameter.grad))
                        .sum())
                .isCloseTo(golden.get("gradient_abs_sum_step1").getAsDouble(), within(1e-12));
    }

    @Test
    void trainingAndSamplingRepeatMicrogpt() {
        double[] expected = GoldenFiles.numbers(golden.getAsJsonArray("losses"));
        LanguageRun run = LanguageTrainer.train(gpt, names, expected.length);
        assertThat(run.ending()).isEqualTo(LanguageEnding.FINISHED);
        assertThat(run.history()).hasSize(expected.length);
        for (int step = 0; step < expected.length; step++) {
            assertThat(run.history().get(step).loss())
                    .as("loss of step %d", step)
                    .isCloseTo(expected[step], within(1e-9 * expected[step]));
        }
        List<String> samples =
                IntStream.range(0, 20).mapToObj(i -> gpt.sample(random)).toList();
        assertThat(samples).isEqualTo(GoldenFiles.strings(golden.getAsJsonArray("samples")));
    }

    @Test
    void attentionIsWhatTheForwardPassUses() {
        int[] tokens = names.tokenizer().encode("anna");
        Value[][][][] weights = gpt.attention(tokens);
        assertThat(weights).hasDimensions(1, 4);
        assertThat(weights[0][3][5]).hasSize(6);
        assertThat(IntStream.range(0, 6)
                        .mapToDouble(s -> weights[0][3][5][s].data)
                        .sum())
                .isCloseTo(1, within(1e-12));
    }
}
