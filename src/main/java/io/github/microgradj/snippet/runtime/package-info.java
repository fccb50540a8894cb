/**
 * The runtime environment of a snippet: its thread, and the code that is inserted into its classes.
 * {@link io.github.microgradj.snippet.runtime.SnippetThread} runs the snippet and stops it.
 * {@link io.github.microgradj.snippet.runtime.StopCheckWeaver} inserts calls to
 * {@link io.github.microgradj.snippet.runtime.StopCheck} (for Ctrl-C and {@code System.exit}) and to
 * {@link io.github.microgradj.snippet.runtime.ZeroGradGuard} (for gradients that were not cleared) into the bytecode.
 * Start with {@code StopCheck}. Some classes are public only because snippets call them.
 */
@NullMarked
package io.github.microgradj.snippet.runtime;

import org.jspecify.annotations.NullMarked;
