package io.github.microgradj.languagemodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.microgradj.engine.Value;
import io.github.microgradj.languagemodel.LanguageRun.LanguageEnding;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.optim.LearningRate;
import io.github.microgradj.random.PythonRandom;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that every kind of language model must pass, and those of the bigram and the MLP. */
class LanguageModelTest {
    private static final Documents WORDS = new Documents("words", List.of("abba", "ab", "a", "bab"));

    @TempDir
    private Path folder;

    private static LanguageModel model(LanguageModelKind kind) {
        return kind.create(new PythonRandom(3), WORDS.tokenizer(), kind.size());
    }

    @ParameterizedTest
    @EnumSource(LanguageModelKind.class)
    void thereIsAScoreForEachNextTokenAfterEachToken(LanguageModelKind kind) {
        assertThat(model(kind).forward(2, 0, 1, 1)).hasDimensions(4, 3);
    }

    @ParameterizedTest
    @EnumSource(LanguageModelKind.class)
    void scoresDoNotDependOnLaterTokens(LanguageModelKind kind) {
        Value[][] some = model(kind).forward(2, 0);
        Value[][] all = model(kind).forward(2, 0, 1, 1);
        assertThat(data(some[1])).containsExactly(data(all[1]));
    }

    @ParameterizedTest
    @EnumSource(LanguageModelKind.class)
    void theLossIsTheMeanCrossEntropyOfEachLetterAndTheEnd(LanguageModelKind kind) {
        LanguageModel model = model(kind);
        Value[][] logits = model.forward(2, 0, 1);
        double expected = (surprise(logits[0], 0) + surprise(logits[1], 1) + surprise(logits[2], 2)) / 3;
        assertThat(model.loss("ab").data).isCloseTo(expected, within(1e-12));
    }

    private static double surprise(Value[] logits, int target) {
        double sum = Arrays.stream(data(logits)).map(Math::exp).sum();
        return Math.log(sum) - logits[target].data;
    }

    @ParameterizedTest
    @EnumSource(LanguageModelKind.class)
    void modelsLearnWhatIsEasyToLearn(LanguageModelKind kind) {
        LanguageModel model = model(kind);
        LanguageRun run = LanguageTrainer.train(
                model, new Documents("ab", List.of("ab")), 300, LearningRate.linear(0.05, 0), step -> true);
        assertThat(run.loss()).isLessThan(0.2);
        assertThat(run.succeeded()).isTrue();
        assertThat(model.sample(new PythonRandom(1))).isEqualTo("ab");
    }

    @ParameterizedTest
    @EnumSource(LanguageModelKind.class)
    void aFilePreservesEveryBit(LanguageModelKind kind) {
        ModelSize size = new ModelSize(2, 2, 6, 5);
        LanguageModel model = kind.create(new PythonRandom(5), Tokenizer.of("bé𝒳 "), size);
        model.parameters().get(0).data = -0.0;
        model.save(folder.resolve("model").toString());
        assertThatThrownBy(() -> MLP.load(folder.resolve("model")))
                .hasMessageEndingWith("line 1: a language model; read it with LanguageModel.load");
        LanguageModel loaded = LanguageModel.load(folder.resolve("model").toString());
        assertThat(loaded.toString()).isEqualTo(model.toString());
        assertThat(loaded.tokenizer().alphabet()).isEqualTo(" bé𝒳");
        assertThat(data(loaded.parameters().toArray(Value[]::new)))
                .containsExactly(data(model.parameters().toArray(Value[]::new)));
        assertThat(1 / loaded.parameters().get(0).data).isNegative();
    }

    @Test
    void damagedFilesAreRefusedInOneLine() throws IOException {
        Path file = folder.resolve("model");
        model(LanguageModelKind.BIGRAM).save(file);
        String text = Files.readString(file);
        refuses(
                file,
                "hello\n",
                ", line 1: expected the header microgradj language model 1; this is not a language model");
        refuses(file, "", ", line 1: expected the header, found the end of the file; the file was cut short");
        refuses(file, text.replace("width 1", "width x"), ", line 2: expected a size such as gpt layers 1");
        refuses(file, text.replace("alphabet 97", "alphabet 98"), ", line 3: the checksum at the end does not match");
        refuses(file, text.substring(0, 100), ", line 3: the checksum at the end does not match");
        assertThatThrownBy(() -> LanguageModel.load(folder.resolve("none")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageEndingWith("none: no such file or folder");
        model(LanguageModelKind.BIGRAM).parameters().get(0).data = 1;
        LanguageModel infinite = model(LanguageModelKind.BIGRAM);
        infinite.parameters().get(4).data = Double.NaN;
        assertThatThrownBy(() -> infinite.save(file))
                .hasMessage("expected only finite parameters in the model to save, got nan");
    }

    private static void refuses(Path file, String text, String message) throws IOException {
        Files.writeString(file, text);
        assertThatThrownBy(() -> LanguageModel.load(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith(file + message);
    }

    @Test
    void aTableOfCountsHasTheSharesOfNextTokens() {
        Bigram bigram = Bigram.counted(WORDS);
        double[] afterA =
                Arrays.stream(data(bigram.forward(0)[0])).map(Math::exp).toArray();
        // "a" is followed by b three times and by the end twice; each pair counts once more.
        assertThat(afterA).containsExactly(new double[] {1, 4, 3}, within(1e-12));
    }

    @Test
    void aLearnedBigramApproachesTheCounts() {
        Documents names = Documents.names().shuffled(new PythonRandom(42));
        LanguageModel learned = new Bigram(new PythonRandom(0), names.tokenizer());
        LanguageTrainer.train(learned, names, 2000);
        Bigram counted = Bigram.counted(names);
        double difference = names.texts().stream()
                .skip(4000)
                .limit(500)
                .mapToDouble(name -> learned.loss(name).data - counted.loss(name).data)
                .average()
                .orElseThrow();
        assertThat(difference).isBetween(-0.01, 0.1);
    }

    @Test
    void anMlpSeesOnlyTheLettersOfItsBlock() {
        LanguageModel mlp =
                LanguageModelKind.MLP.create(new PythonRandom(3), WORDS.tokenizer(), new ModelSize(2, 1, 4, 2));
        assertThat(data(mlp.forward(2, 0, 1, 1)[3])).containsExactly(data(mlp.forward(2, 1, 1, 1)[3]));
        assertThat(data(mlp.forward(2, 0, 1, 1)[3])).isNotEqualTo(data(mlp.forward(2, 1, 0, 1)[3]));
        assertThat(data(mlp.forward(2)[0])).containsExactly(data(mlp.forward(2, 2, 2)[2]));
    }

    @Test
    void aLongDocumentIsCut() {
        LanguageModel gpt =
                LanguageModelKind.GPT.create(new PythonRandom(3), WORDS.tokenizer(), new ModelSize(1, 1, 4, 3));
        assertThat(gpt.loss("abbbbbb").data).isEqualTo(gpt.loss("abbaaaa").data);
        assertThat(gpt.sample(new PythonRandom(0), 1000, "ab").length()).isLessThanOrEqualTo(3);
        assertThatThrownBy(() -> gpt.forward(2, 0, 0, 0)).hasMessage("expected at most 3 tokens, got 4");
    }

    @Test
    void samplesBeginWithTheirStart() {
        LanguageModel gpt = model(LanguageModelKind.GPT);
        assertThat(Stream.generate(() -> gpt.sample(new PythonRandom(2), 1, "bb"))
                        .limit(5))
                .allMatch(sample -> sample.startsWith("bb"));
        assertThatThrownBy(() -> gpt.sample(new PythonRandom(2), 1, "xy"))
                .hasMessage("expected letters of the alphabet ab, got x");
        assertThatThrownBy(() -> gpt.sample(new PythonRandom(2), 0, ""))
                .hasMessage("expected a finite temperature above 0, got 0.0");
    }

    @Test
    void aLowTemperaturePrefersTheMostProbableLetter() {
        Bigram bigram = Bigram.counted(new Documents("words", List.of("ab", "ab", "b")));
        PythonRandom random = new PythonRandom(9);
        assertThat(Stream.generate(() -> bigram.sample(random, 0.02, "")).limit(20))
                .containsOnly("ab");
        assertThat(Stream.generate(() -> bigram.sample(random, 1, "")).limit(20))
                .contains("ab", "b");
    }

    @Test
    void trainingStopsWhenTheListenerSaysSo() {
        LanguageRun run = LanguageTrainer.train(
                model(LanguageModelKind.BIGRAM), WORDS, 10, LearningRate.constant(0.1), step -> step.step() < 2);
        assertThat(run.history()).hasSize(3);
        assertThat(run.message()).startsWith("stopped: loss ").endsWith(" in the last 3 steps (1.10 by guessing)");
    }

    @Test
    void anInterruptKeepsTheModel() {
        LanguageRun run =
                LanguageTrainer.train(model(LanguageModelKind.BIGRAM), WORDS, 10, LearningRate.constant(0.1), step -> {
                    Thread.currentThread().interrupt();
                    return true;
                });
        assertThat(run.ending()).isEqualTo(LanguageEnding.INTERRUPTED);
        assertThat(run.history()).hasSize(1);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void aLossThatIsNotFiniteEndsTraining() {
        LanguageRun run = LanguageTrainer.train(
                model(LanguageModelKind.GPT), WORDS, 50, LearningRate.constant(1e200), step -> true);
        assertThat(run.ending()).isEqualTo(LanguageEnding.DIVERGED);
        assertThat(run.succeeded()).isFalse();
    }

    @Test
    void unknownKindsAndSizesAreRefused() {
        assertThatThrownBy(() -> LanguageModelKind.named("gtp"))
                .hasMessage("expected a model, one of [bigram, mlp, gpt], got gtp; did you mean gpt?");
        assertThatThrownBy(() -> new ModelSize(1, 3, 16, 16))
                .hasMessage("expected a width that is a multiple of the number of heads, got width 16 and 3 heads");
        assertThatThrownBy(() -> new ModelSize(0, 3, 16, 16))
                .hasMessage("expected a number of layers from 1 to 4096, got 0");
        assertThatThrownBy(() -> LanguageTrainer.train(model(LanguageModelKind.GPT), WORDS, 0))
                .hasMessage("training needs at least 1 step, got 0");
    }

    private static double[] data(Value[] values) {
        return Arrays.stream(values).mapToDouble(value -> value.data).toArray();
    }
}
