package io.github.microgradj.bench;

import io.github.microgradj.GoldenFiles;
import io.github.microgradj.compile.sequence.CompiledSequence;
import io.github.microgradj.compile.sequence.Index;
import io.github.microgradj.engine.Value;
import io.github.microgradj.languagemodel.Documents;
import io.github.microgradj.languagemodel.GPT;
import io.github.microgradj.languagemodel.LanguageModelKind;
import io.github.microgradj.languagemodel.LanguageTrainer;
import io.github.microgradj.optim.Adam;
import io.github.microgradj.optim.LearningRate;
import io.github.microgradj.optim.Optimizers;
import io.github.microgradj.random.PythonRandom;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The 1,000 steps of microgpt on the bundled names, which start over after the last one. A step is from the tokens of a
 * document to the updated parameters.
 */
final class GptTraining implements Work {
    /** The number of steps, which is also that of different documents. */
    static final int STEPS = 1000;

    private static final LearningRate RATE = LearningRate.linear(0.01, 0);

    private final PythonRandom random = new PythonRandom(42);
    private final Documents documents = Documents.names().shuffled(random);
    private final GPT gpt = new GPT(random, documents.tokenizer(), LanguageModelKind.GPT.size());
    private final List<Value> parameters = gpt.parameters();
    private final double[] start = parameters.stream().mapToDouble(p -> p.data).toArray();
    private final int[][] tokens =
            documents.texts().stream().limit(STEPS).map(gpt::tokens).toArray(int[][]::new);
    private final Way way;
    private Adam adam = adam();
    private int next;

    /** A way to train. */
    interface Way {
        /** Reads the parameters before the first step. */
        default void start() {}

        /** Takes a step, and returns the loss before it. */
        double step(int[] tokens, double rate);

        /** Writes the parameters after the last step. */
        default void end() {}
    }

    private GptTraining(Function<GptTraining, Way> of) {
        way = of.apply(this);
        way.start();
    }

    /** Returns steps on the object graph. */
    static Work eager() {
        return new GptTraining(training -> (tokens, rate) -> {
            Value loss = training.gpt.loss(Index.of(tokens));
            training.gpt.zeroGrad();
            loss.backward();
            Optimizers.step(training.adam, training.parameters, rate);
            return loss.data;
        });
    }

    /** Returns steps on the compiled path, as in {@link LanguageTrainer}. */
    static Work compiled() {
        return new GptTraining(training -> {
            CompiledSequence compiled = CompiledSequence.of(training.parameters, training.gpt::loss);
            return (tokens, rate) -> compiled.step((data, grads) -> training.adam.step(data, grads, rate), tokens);
        });
    }

    /** Returns steps that another way takes on the parameters. */
    static Work of(Function<List<Value>, Way> way) {
        return new GptTraining(training -> way.apply(training.parameters));
    }

    private static Adam adam() {
        return new Adam(0.85, 0.99, 1e-8);
    }

    private void reset() {
        for (int i = 0; i < start.length; i++) {
            parameters.get(i).data = start[i];
        }
        adam = adam();
        way.start();
        next = 0;
    }

    @Override
    public double run() {
        if (next == STEPS) {
            reset();
        }
        double rate = RATE.at(next, STEPS);
        return way.step(tokens[next++], rate);
    }

    /** Returns the largest relative difference from CPython's losses; infinite if the sampled names differ. */
    @Override
    public double error() {
        var golden = GoldenFiles.json("microgpt_cc0.json");
        double[] losses = GoldenFiles.numbers(golden.getAsJsonArray("losses"));
        reset();
        double largest = 0;
        for (double expected : losses) {
            largest = Math.max(largest, Work.difference(run(), expected));
        }
        way.end();
        List<String> names = GoldenFiles.strings(golden.getAsJsonArray("samples"));
        return IntStream.range(0, names.size()).allMatch(i -> gpt.sample(random).equals(names.get(i)))
                ? largest
                : Double.POSITIVE_INFINITY;
    }
}
