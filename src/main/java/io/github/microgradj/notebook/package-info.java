/**
 * Notebook files, as Jupyter writes them, and HTML pages of notebooks. A {@link io.github.microgradj.notebook.Notebook}
 * consists of the cells of a file in nbformat 3 or 4, or of what ran in a session. It can be written as a file in
 * nbformat 4.5 ({@link io.github.microgradj.notebook.NotebookWriter}) or as an HTML page
 * ({@link io.github.microgradj.notebook.NotebookPage}). Start with
 * {@link io.github.microgradj.notebook.NotebookReader}. This package runs no code.
 */
@NullMarked
package io.github.microgradj.notebook;

import org.jspecify.annotations.NullMarked;
