/**
 * The training of language models in the shell, and the command {@code :sample}. In: documents, options and a model.
 * Out: a trained model in a variable, the progress of training on the screen, and the documents that the model writes.
 * Start with {@link io.github.microgradj.command.languagemodel.LanguageTraining}, which {@code :train names} calls.
 */
@NullMarked
package io.github.microgradj.command.languagemodel;

import org.jspecify.annotations.NullMarked;
