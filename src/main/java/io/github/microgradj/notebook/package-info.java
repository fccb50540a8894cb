/**
 * Notebook files, as Jupyter writes them, and HTML pages of notebooks. In: a file in nbformat 3 or 4, or what ran in a
 * session. Out: the cells ({@link io.github.microgradj.notebook.Notebook}), a file in nbformat 4.5
 * ({@link io.github.microgradj.notebook.NotebookWriter}) or an HTML page
 * ({@link io.github.microgradj.notebook.NotebookPage}). Start with
 * {@link io.github.microgradj.notebook.NotebookReader}. This package runs no code.
 */
@NullMarked
package io.github.microgradj.notebook;

import org.jspecify.annotations.NullMarked;
