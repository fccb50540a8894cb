/**
 * The snippets and their results. In: text. Out: the end of the first snippet
 * ({@link io.github.microgradj.snippet.model.SnippetSplitter}), what its tokens reveal
 * ({@link io.github.microgradj.snippet.model.SnippetForm}), its origin
 * ({@link io.github.microgradj.snippet.model.Origin}), and its result
 * ({@link io.github.microgradj.snippet.model.Evaluation}). Start with {@code Evaluation}. Nothing here runs or compiles
 * code.
 */
@NullMarked
package io.github.microgradj.snippet.model;

import org.jspecify.annotations.NullMarked;
