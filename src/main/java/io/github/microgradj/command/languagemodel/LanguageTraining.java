package io.github.microgradj.command.languagemodel;

import io.github.microgradj.command.CommandContext;
import io.github.microgradj.command.ResultVariables;
import io.github.microgradj.command.ResultVariables.ResultVariable;
import io.github.microgradj.command.UserError;
import io.github.microgradj.languagemodel.Bigram;
import io.github.microgradj.languagemodel.Documents;
import io.github.microgradj.languagemodel.LanguageModel;
import io.github.microgradj.languagemodel.LanguageModelKind;
import io.github.microgradj.languagemodel.LanguageRun;
import io.github.microgradj.languagemodel.LanguageRun.LanguageEnding;
import io.github.microgradj.languagemodel.LanguageStep;
import io.github.microgradj.languagemodel.LanguageTrainer;
import io.github.microgradj.optim.LearningRate;
import io.github.microgradj.random.PythonRandom;
import io.github.microgradj.report.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A run of {@code :train names}. Without options, it reproduces microgpt: one random generator first shuffles the
 * documents, then initializes the model, and finally samples the documents that the model writes.
 *
 * @param flags the options that select the documents and the size of the model
 * @param model the name of the kind of model to create, or of the variable that holds the model to train
 * @param steps the number of steps
 * @param learningRate the learning rate of the first step; if absent, the default of the model
 * @param seed the seed of the random generator
 * @param save the file to write the model to
 * @param lines whether to print a line for each step, even in a terminal
 * @param quiet whether to print only errors and notes, such as the name of the saved file
 */
public record LanguageTraining(
        LanguageFlags flags,
        String model,
        int steps,
        Optional<Double> learningRate,
        long seed,
        Optional<Path> save,
        boolean lines,
        boolean quiet) {
    /** The default of {@code steps}, as in microgpt. */
    public static final int STEPS = 1000;

    /** The default of {@code seed}, as in microgpt. */
    public static final long SEED = 42;

    /** The number of documents that the model writes after training. */
    private static final int SAMPLES = 20;

    /**
     * Trains the model.
     *
     * @throws UserError if {@code model} names a variable that does not hold a language model
     */
    public Outcome run(CommandContext context) throws UserError {
        PythonRandom random = new PythonRandom(seed);
        Documents documents = flags.documents().shuffled(random);
        LanguageModel trained = model(context, documents, random);
        LearningRate rate = learningRate
                .map(start -> LearningRate.linear(start, 0))
                .orElse(trained.kind().learningRate());
        List<ResultVariable> before = results(trained, documents, List.of());
        try (ResultVariables variables = new ResultVariables(context.evaluator(), context.printer(), before);
                LanguageDisplay display = LanguageDisplay.of(trained, context.printer(), lines, quiet)) {
            LanguageRun run = context.evaluator()
                    .stoppable(() -> LanguageTrainer.train(trained, documents, steps, rate, display::onStep));
            display.end(run);
            variables.set(results(trained, documents, run.history()));
            if (run.ending() != LanguageEnding.DIVERGED) {
                display.samples(samples(context, trained, random));
            }
            if (trained instanceof Bigram && run.ending() == LanguageEnding.FINISHED) {
                display.detail(counts(documents));
            }
            if (save.isPresent()) {
                trained.save(save.get());
                display.note("wrote " + save.get());
            }
            display.suggest(suggestions(trained));
            return run.ending() == LanguageEnding.INTERRUPTED ? new Outcome.Interrupted() : Outcome.SUCCESS;
        }
    }

    private LanguageModel model(CommandContext context, Documents documents, PythonRandom random) throws UserError {
        if (LanguageModelKind.names().contains(model)) {
            LanguageModelKind kind = LanguageModelKind.named(model);
            return kind.create(random, documents.tokenizer(), flags.size(kind.size()));
        }
        if (context.evaluator().engine().valueOf(model).isEmpty()) {
            LanguageModelKind.named(model); // Throws an error that lists the kinds.
        }
        LanguageModel known = context.evaluator().variable(model, LanguageModel.class);
        documents.texts().forEach(known.tokenizer()::encode); // Fails if a letter is not in the model's alphabet.
        return known;
    }

    private static List<ResultVariable> results(LanguageModel model, Documents documents, List<LanguageStep> history) {
        return List.of(
                ResultVariable.of("model", model),
                ResultVariable.of("data", documents),
                new ResultVariable(
                        "history", "java.util.List<" + LanguageStep.class.getCanonicalName() + ">", history));
    }

    private static List<String> samples(CommandContext context, LanguageModel model, PythonRandom random)
            throws UserError {
        return context.evaluator().stoppable(() -> {
            List<String> samples = new ArrayList<>();
            for (int i = 0; i < SAMPLES; i++) {
                samples.add(model.sample(random));
            }
            return samples;
        });
    }

    /** Returns a message with the loss of a bigram model computed from counts, to compare with the trained model's. */
    private static String counts(Documents documents) {
        Bigram counted = Bigram.counted(documents);
        double loss = documents.texts().stream()
                .limit(STEPS)
                .mapToDouble(document -> counted.loss(document).data)
                .average()
                .orElse(Double.NaN);
        return String.format(
                Locale.ROOT, "for comparison, a table of counts, Bigram.counted(data), has a loss of %.2f", loss);
    }

    private static List<String> suggestions(LanguageModel model) {
        List<String> suggestions = new ArrayList<>(List.of(":sample model --temperature 1", ":plot loss"));
        switch (model.kind()) {
            case BIGRAM -> suggestions.add(":train names --model mlp");
            case MLP -> suggestions.addAll(List.of(":plot embedding", ":train names --model gpt"));
            case GPT -> suggestions.addAll(List.of(":plot attention", ":plot embedding"));
        }
        return suggestions;
    }
}
