/**
 * The training of language models in the shell, and the command {@code :sample}. Training shows its progress on the
 * screen, stores the trained model in a variable, and prints documents that the model writes.
 * Start with {@link io.github.microgradj.command.languagemodel.LanguageTraining}, which {@code :train names} calls.
 */
@NullMarked
package io.github.microgradj.command.languagemodel;

import org.jspecify.annotations.NullMarked;
