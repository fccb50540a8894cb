/**
 * The snippets and their evaluations. In: text. Out: the first snippet
 * ({@link io.github.microgradj.snippet.model.SnippetSplitter}), the properties of its tokens
 * ({@link io.github.microgradj.snippet.model.SnippetForm}), its origin
 * ({@link io.github.microgradj.snippet.model.Origin}), and its result
 * ({@link io.github.microgradj.snippet.model.Evaluation}). Start with {@code Evaluation}. This package neither compiles
 * nor runs code.
 */
@NullMarked
package io.github.microgradj.snippet.model;

import org.jspecify.annotations.NullMarked;
