package io.github.microgradj.languagemodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.compile.sequence.Index;
import io.github.microgradj.engine.Value;
import io.github.microgradj.optim.Adam;
import io.github.microgradj.optim.Optimizer;
import io.github.microgradj.optim.Optimizers;
import io.github.microgradj.random.PythonRandom;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that training with compiled losses computes the same numbers as the engine. */
class LanguageTrainerTest {
    private static final int STEPS = 1000;

    private final Documents names = Documents.names().shuffled(new PythonRandom(42));

    private static LanguageModel model(LanguageModelKind kind, Documents documents) {
        return kind.create(new PythonRandom(7), documents.tokenizer(), kind.size());
    }

    @ParameterizedTest
    @EnumSource(LanguageModelKind.class)
    void trainingHasTheBitsOfTheEngine(LanguageModelKind kind) {
        assertHasTheBitsOfTheEngine(kind, names, STEPS);
    }

    @ParameterizedTest
    @EnumSource(LanguageModelKind.class)
    void trainingOnLongTextsHasTheBitsOfTheEngine(LanguageModelKind kind) {
        Documents texts = new Documents("texts", List.of("a".repeat(DocumentSteps.SHORT), "abc".repeat(12)));
        assertHasTheBitsOfTheEngine(kind, texts, 2 * DocumentSteps.TRIES + 4);
    }

    private static void assertHasTheBitsOfTheEngine(LanguageModelKind kind, Documents documents, int steps) {
        LanguageModel compiled = model(kind, documents);
        LanguageRun run = LanguageTrainer.train(compiled, documents, steps);
        LanguageModel eager = model(kind, documents);
        Optimizer adam = new Adam(0.85, 0.99, 1e-8);
        for (int step = 0; step < steps; step++) {
            Value loss =
                    eager.loss(documents.texts().get(step % documents.texts().size()));
            assertThat(run.history().get(step).loss())
                    .as("loss of step %d", step)
                    .isEqualTo(loss.data);
            loss.backward();
            Optimizers.step(adam, eager.parameters(), kind.learningRate().at(step, steps));
            eager.zeroGrad();
        }
        assertThat(data(compiled)).isEqualTo(data(eager));
        assertThat(compiled.parameters()).allMatch(parameter -> parameter.grad == 0);
    }

    private static double[] data(LanguageModel model) {
        return model.parameters().stream()
                .mapToDouble(parameter -> parameter.data)
                .toArray();
    }

    @ParameterizedTest
    @EnumSource(LanguageModelKind.class)
    void theLossIsCalledOnlyForNewLengths(LanguageModelKind kind) {
        Documents few = new Documents("few", List.of("anna", "otto", "eva", "emil", "ada"));
        CountingModel counting = new CountingModel(model(kind, few));
        LanguageTrainer.train(counting, few, 20);
        assertThat(counting.calls).containsOnly(Map.entry(5, 2), Map.entry(6, 2)); // A trace and a comparison.
    }

    @Test
    void theEngineComputesTheFirstLongTexts() {
        Documents texts = new Documents("texts", List.of("a".repeat(DocumentSteps.SHORT)));
        CountingModel counting = new CountingModel(model(LanguageModelKind.MLP, texts));
        LanguageTrainer.train(counting, texts, DocumentSteps.TRIES);
        assertThat(counting.calls).containsOnly(Map.entry(DocumentSteps.SHORT + 2, DocumentSteps.TRIES));
        counting.calls.clear();
        LanguageTrainer.train(counting, texts, 2 * DocumentSteps.TRIES);
        assertThat(counting.calls).containsOnly(Map.entry(DocumentSteps.SHORT + 2, DocumentSteps.TRIES + 2));
    }

    @Test
    void theEngineComputesABigramOfManyLetters() {
        Documents texts = new Documents(
                "texts",
                IntStream.range(0, 70)
                        .mapToObj(i -> Character.toString(200 + i))
                        .toList());
        CountingModel counting = new CountingModel(model(LanguageModelKind.BIGRAM, texts));
        LanguageTrainer.train(counting, texts, 70);
        assertThat(counting.calls).containsOnly(Map.entry(3, 70));
    }

    /** A model that counts the calls to its loss for each number of tokens. */
    private static final class CountingModel implements LanguageModel {
        private final LanguageModel model;
        private final Map<Integer, Integer> calls = new TreeMap<>();

        CountingModel(LanguageModel model) {
            this.model = model;
        }

        @Override
        public Value loss(Index... tokens) {
            calls.merge(tokens.length, 1, Integer::sum);
            return model.loss(tokens);
        }

        @Override
        public Value[][] forward(Index... tokens) {
            return model.forward(tokens);
        }

        @Override
        public Tokenizer tokenizer() {
            return model.tokenizer();
        }

        @Override
        public LanguageModelKind kind() {
            return model.kind();
        }

        @Override
        public ModelSize size() {
            return model.size();
        }

        @Override
        public int longest() {
            return model.longest();
        }

        @Override
        public List<Value> parameters() {
            return model.parameters();
        }
    }
}
