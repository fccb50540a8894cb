/**
 * What runs together with a snippet: the thread it runs on and what is woven into its classes. {@link
 * io.github.microgradj.snippet.runtime.SnippetThread} runs and stops it, {@link
 * io.github.microgradj.snippet.runtime.StopCheckWeaver} puts calls of {@link io.github.microgradj.snippet.runtime.StopCheck}
 * (Ctrl-C, {@code System.exit}) and of {@link io.github.microgradj.snippet.runtime.ZeroGradGuard} (gradients that were not
 * set to zero) into the bytecode. What snippets call is public for that reason alone. Open {@code StopCheck} first.
 */
@NullMarked
package io.github.microgradj.snippet.runtime;

import org.jspecify.annotations.NullMarked;
