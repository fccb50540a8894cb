/**
 * Language models that predict text letter by letter, from a bigram to a GPT. In: documents, one on each line of a
 * file. Out: a trained {@link io.github.microgradj.languagemodel.LanguageModel} that writes new documents. Start with
 * {@link io.github.microgradj.languagemodel.Bigram}, then read {@link io.github.microgradj.languagemodel.ContextMLP}
 * and {@link io.github.microgradj.languagemodel.GPT}; {@link io.github.microgradj.languagemodel.LanguageTrainer} trains
 * each of them.
 */
@NullMarked
package io.github.microgradj.languagemodel;

import org.jspecify.annotations.NullMarked;
