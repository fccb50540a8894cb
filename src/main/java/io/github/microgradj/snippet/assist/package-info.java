/**
 * Assistance for users who are typing a snippet or have made an error: completions
 * ({@link io.github.microgradj.snippet.assist.Suggestions}), documentation and signatures
 * ({@link io.github.microgradj.snippet.assist.Lookup}), and hints
 * ({@link io.github.microgradj.snippet.assist.ErrorHints}). The first two classes take code and the position of the
 * cursor, and resolve names with {@link io.github.microgradj.snippet.assist.Scope}; the third takes the compiler's
 * errors. Start with {@code Suggestions}. This package never runs a snippet.
 */
@NullMarked
package io.github.microgradj.snippet.assist;

import org.jspecify.annotations.NullMarked;
