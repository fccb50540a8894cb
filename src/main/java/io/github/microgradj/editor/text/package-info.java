/**
 * The token-based analyses for the editor: colours, brackets, and the indentation of the next line. In: text and a
 * cursor. Out: {@link io.github.microgradj.editor.text.Span}s and indentations. Start with
 * {@link io.github.microgradj.editor.text.Highlighter}. The package uses neither the terminal nor JShell.
 */
@NullMarked
package io.github.microgradj.editor.text;

import org.jspecify.annotations.NullMarked;
