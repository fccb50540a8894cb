package io.github.microgradj.command.plot;

import io.github.microgradj.command.UserError;
import io.github.microgradj.engine.Value;
import io.github.microgradj.languagemodel.ContextMLP;
import io.github.microgradj.languagemodel.Documents;
import io.github.microgradj.languagemodel.GPT;
import io.github.microgradj.languagemodel.LanguageModel;
import io.github.microgradj.languagemodel.Tokenizer;
import io.github.microgradj.nn.Embedding;
import io.github.microgradj.viz.picture.Picture;
import io.github.microgradj.viz.training.AttentionPicture;
import io.github.microgradj.viz.training.EmbeddingPicture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The plots of language models. */
final class LanguagePlots {
    private static final int MOST_HEADS = 64;

    private LanguagePlots() {}

    /**
     * Returns a picture that shows, for each head of a GPT and each letter, the attention weights of that letter and of
     * the letters before it.
     *
     * @param text the text to analyse; if absent, the first document is used
     * @throws UserError if the model is not a GPT, or there is neither text nor a document
     */
    static Picture attention(LanguageModel model, Optional<String> text, Optional<Documents> documents)
            throws UserError {
        if (!(model instanceof GPT gpt)) {
            throw new UserError(
                    "attention needs a model of kind gpt, got " + model.kind() + "; type :train names to train one");
        }
        String shown = text.or(() -> documents.map(data -> data.texts().get(0)))
                .orElseThrow(() -> new UserError("expected text to analyse, as in :plot attention --text anna"));
        Tokenizer tokenizer = model.tokenizer();
        int[] all = tokenizer.encode(shown);
        int[] tokens = Arrays.copyOf(all, Math.min(model.longest(), all.length - 1));
        List<String> letters = Arrays.stream(tokens).mapToObj(tokenizer::decode).toList();
        List<AttentionPicture.Head> heads = new ArrayList<>();
        Value[][][][] weights = gpt.attention(tokens); // layers x heads x n x (t + 1)
        for (int layer = 0; layer < weights.length; layer++) {
            for (int head = 0; head < weights[layer].length && heads.size() < MOST_HEADS; head++) {
                String name = (weights.length > 1 ? "layer " + (layer + 1) + ", " : "") + "head " + (head + 1);
                heads.add(new AttentionPicture.Head(name, numbers(weights[layer][head])));
            }
        }
        return new AttentionPicture("attention in \"" + shown + "\"", letters, heads);
    }

    /** Returns a two-dimensional picture of the embeddings of the letters. */
    static Picture embedding(LanguageModel model) throws UserError {
        Embedding letters;
        if (model instanceof GPT gpt) {
            letters = gpt.letters();
        } else if (model instanceof ContextMLP mlp) {
            letters = mlp.letters();
        } else {
            throw new UserError("a " + model.kind()
                    + " has no embeddings; type :train names --model mlp for a model that has them");
        }
        Tokenizer tokenizer = model.tokenizer();
        Value[][] rows = new Value[tokenizer.vocabulary()][];
        List<String> names = new ArrayList<>();
        for (int token = 0; token < rows.length; token++) {
            rows[token] = letters.forward(token);
            names.add(tokenizer.decode(token));
        }
        return EmbeddingPicture.of("embeddings of the letters", names, numbers(rows));
    }

    private static double[][] numbers(Value[][] values) {
        return Arrays.stream(values)
                .map(row -> Arrays.stream(row).mapToDouble(value -> value.data).toArray())
                .toArray(double[][]::new);
    }
}
