/**
 * The environment of a running snippet: its thread and the code inserted into its classes.
 * {@link io.github.microgradj.snippet.runtime.SnippetThread} runs and stops it.
 * {@link io.github.microgradj.snippet.runtime.StopCheckWeaver} inserts calls of
 * {@link io.github.microgradj.snippet.runtime.StopCheck} (start here; Ctrl-C, {@code System.exit}) and of
 * {@link io.github.microgradj.snippet.runtime.ZeroGradGuard} (gradients that were not cleared) into the bytecode.
 * Some classes are public only because snippets call them.
 */
@NullMarked
package io.github.microgradj.snippet.runtime;

import org.jspecify.annotations.NullMarked;
