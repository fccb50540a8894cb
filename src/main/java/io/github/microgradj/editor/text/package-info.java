/**
 * The editor's analyses of tokens. From the text and the position of the cursor, they determine the colours and the
 * matching brackets, as {@link io.github.microgradj.editor.text.Span}s, and the indentation of the next line. Start
 * with {@link io.github.microgradj.editor.text.Highlighter}. This package uses neither the terminal nor JShell.
 */
@NullMarked
package io.github.microgradj.editor.text;

import org.jspecify.annotations.NullMarked;
