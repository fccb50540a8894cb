/**
 * The splitting of text into snippets, and the types that describe snippets and their results: the first snippet
 * ({@link io.github.microgradj.snippet.model.SnippetSplitter}), the properties of its tokens
 * ({@link io.github.microgradj.snippet.model.SnippetForm}), its origin
 * ({@link io.github.microgradj.snippet.model.Origin}), and its result
 * ({@link io.github.microgradj.snippet.model.Evaluation}). Start with {@code Evaluation}. The code itself is
 * compiled and run elsewhere.
 */
@NullMarked
package io.github.microgradj.snippet.model;

import org.jspecify.annotations.NullMarked;
