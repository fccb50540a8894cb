/**
 * The editor's analyses of tokens: colours, matching brackets, and the indentation of the next line. In: text and the
 * position of the cursor. Out: {@link io.github.microgradj.editor.text.Span}s and indentations. Start with
 * {@link io.github.microgradj.editor.text.Highlighter}. This package uses neither the terminal nor JShell.
 */
@NullMarked
package io.github.microgradj.editor.text;

import org.jspecify.annotations.NullMarked;
