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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that training, which is compiled, computes what the engine computes. */
class LanguageTrainerTest {
    private static final int STEPS = 1000;

    private final Documents names = Documents.names().shuffled(new PythonRandom(42));

    private LanguageModel model(LanguageModelKind kind) {
        return kind.create(new PythonRandom(7), names.tokenizer(), kind.size());
    }

    @ParameterizedTest
    @EnumSource(LanguageModelKind.class)
    void trainingHasTheBitsOfTheEngine(LanguageModelKind kind) {
        LanguageModel compiled = model(kind);
        LanguageRun run = LanguageTrainer.train(compiled, names, STEPS);
        LanguageModel eager = model(kind);
        Optimizer adam = new Adam(0.85, 0.99, 1e-8);
        for (int step = 0; step < STEPS; step++) {
            Value loss = eager.loss(names.texts().get(step));
            assertThat(run.history().get(step).loss())
                    .as("loss of step %d", step)
                    .isEqualTo(loss.data);
            loss.backward();
            Optimizers.step(adam, eager.parameters(), kind.learningRate().at(step, STEPS));
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
        CountingModel counting = new CountingModel(model(kind));
        LanguageTrainer.train(counting, new Documents("few", List.of("anna", "otto", "eva", "emil", "ada")), 20);
        assertThat(counting.calls).containsOnly(Map.entry(5, 2), Map.entry(6, 2)); // A trace and a trial.
    }

    /** A model that counts the calls of its loss for each number of tokens. */
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
