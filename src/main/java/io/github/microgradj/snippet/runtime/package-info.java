/**
 * The environment of a running snippet: its thread and the code inserted into its classes.
 * {@link io.github.microgradj.snippet.runtime.SnippetThread} runs the snippet and stops it.
 * {@link io.github.microgradj.snippet.runtime.StopCheckWeaver} inserts calls into the bytecode: of
 * {@link io.github.microgradj.snippet.runtime.StopCheck}, for Ctrl-C and {@code System.exit}, and of
 * {@link io.github.microgradj.snippet.runtime.ZeroGradGuard}, for gradients that were not cleared. Start with
 * {@code StopCheck}. Some classes are public only because snippets call them.
 */
@NullMarked
package io.github.microgradj.snippet.runtime;

import org.jspecify.annotations.NullMarked;
