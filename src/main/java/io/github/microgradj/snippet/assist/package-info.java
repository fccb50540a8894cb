/**
 * Assistance for users who are typing a snippet or have made an error. In: code and the position of the cursor, or a
 * compiler message. Out: completions ({@link io.github.microgradj.snippet.assist.Suggestions}), documentation and
 * signatures ({@link io.github.microgradj.snippet.assist.Lookup}), and hints
 * ({@link io.github.microgradj.snippet.assist.ErrorHints}). The first two classes resolve names with
 * {@link io.github.microgradj.snippet.assist.Scope}. Start with {@code Suggestions}. This package never runs a snippet.
 */
@NullMarked
package io.github.microgradj.snippet.assist;

import org.jspecify.annotations.NullMarked;
