/**
 * What a snippet is, and what became of it. In: text. Out: where the first snippet of a text ends ({@link
 * io.github.microgradj.snippet.model.SnippetSplitter}), what its tokens say of its form ({@link
 * io.github.microgradj.snippet.model.SnippetForm}), where it was written ({@link
 * io.github.microgradj.snippet.model.Origin}), and the result of running it ({@link
 * io.github.microgradj.snippet.model.Evaluation}, open it first). Nothing here runs or compiles.
 */
@NullMarked
package io.github.microgradj.snippet.model;

import org.jspecify.annotations.NullMarked;
