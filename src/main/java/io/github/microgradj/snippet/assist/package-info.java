/**
 * The help that users get while they type a snippet and after an error. In: code and a cursor, or a compiler message.
 * Out: completions ({@link io.github.microgradj.snippet.assist.Suggestions}), documentation and signatures
 * ({@link io.github.microgradj.snippet.assist.Lookup}), and similar names
 * ({@link io.github.microgradj.snippet.assist.ErrorHints}). The first two use
 * {@link io.github.microgradj.snippet.assist.Scope} to resolve names. Start with {@code Suggestions}. Nothing here runs
 * a snippet.
 */
@NullMarked
package io.github.microgradj.snippet.assist;

import org.jspecify.annotations.NullMarked;
