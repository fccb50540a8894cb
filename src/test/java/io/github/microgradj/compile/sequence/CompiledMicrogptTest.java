package io.github.microgradj.compile.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.microgradj.GoldenFiles;
import io.github.microgradj.languagemodel.Documents;
import io.github.microgradj.languagemodel.LanguageModelKind;
import io.github.microgradj.languagemodel.Tokenizer;
import io.github.microgradj.optim.Adam;
import io.github.microgradj.optim.LearningRate;
import io.github.microgradj.random.PythonRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Trains microgpt, compiled from scalar code, and compares its losses with those of CPython and of the engine. */
class CompiledMicrogptTest {
    private static final int STEPS = 1000;
    private static final int LONGEST = 17;

    private final PythonRandom random = new PythonRandom(42);
    private final Documents documents = Documents.names().shuffled(random);
    private final Tokenizer tokenizer = documents.tokenizer();
    private final ScalarGPT gpt = ScalarGPT.microgpt(
            LanguageModelKind.GPT
                    .create(random, tokenizer, LanguageModelKind.GPT.size())
                    .parameters(),
            tokenizer.vocabulary());

    @Test
    void theLossesAreThoseOfCPython() {
        double[] golden =
                GoldenFiles.numbers(GoldenFiles.json("microgpt_cc0.json").getAsJsonArray("losses"));
        CompiledSequence compiled = CompiledSequence.of(gpt.parameters(), gpt);
        Adam adam = new Adam(0.85, 0.99, 1e-8);
        LearningRate rate = LearningRate.linear(0.01, 0);
        for (int step = 0; step < STEPS; step++) {
            int[] tokens = tokens(step);
            double eager = step % 100 == 0 ? gpt.of(Index.of(tokens)).data : Double.NaN;
            double now = rate.at(step, STEPS);
            double loss = compiled.step((data, grads) -> adam.step(data, grads, now), tokens);
            assertThat(loss).as("loss of step %d", step).isCloseTo(golden[step], within(1e-9 * golden[step]));
            if (step % 100 == 0) {
                assertThat(loss).isEqualTo(eager);
            }
        }
    }

    private int[] tokens(int step) {
        int[] tokens = tokenizer.encode(documents.texts().get(step));
        return Arrays.copyOf(tokens, Math.min(LONGEST, tokens.length));
    }
}
