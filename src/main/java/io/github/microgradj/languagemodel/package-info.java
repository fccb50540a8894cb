/**
 * Language models that predict text letter by letter, from a bigram to a GPT. A
 * {@link io.github.microgradj.languagemodel.LanguageModel} is trained on documents, such as the lines of a file, and
 * can then write new documents. Start with {@link io.github.microgradj.languagemodel.Bigram}, then read
 * {@link io.github.microgradj.languagemodel.ContextMLP} and {@link io.github.microgradj.languagemodel.GPT};
 * {@link io.github.microgradj.languagemodel.LanguageTrainer} trains each of them.
 */
@NullMarked
package io.github.microgradj.languagemodel;

import org.jspecify.annotations.NullMarked;
