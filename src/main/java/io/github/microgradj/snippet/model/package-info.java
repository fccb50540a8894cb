/**
 * Snippets and their results. In: text. Out: where the first snippet of a text ends
 * ({@link io.github.microgradj.snippet.model.SnippetSplitter}), what its tokens reveal
 * ({@link io.github.microgradj.snippet.model.SnippetForm}), where it comes from
 * ({@link io.github.microgradj.snippet.model.Origin}), and its result
 * ({@link io.github.microgradj.snippet.model.Evaluation}, start here). Nothing here runs or compiles.
 */
@NullMarked
package io.github.microgradj.snippet.model;

import org.jspecify.annotations.NullMarked;
