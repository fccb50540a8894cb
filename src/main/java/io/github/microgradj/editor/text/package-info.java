/**
 * What the editor knows about a text by its tokens: colours, brackets, and how far the next line is indented. In: text and a
 * cursor. Out: {@link io.github.microgradj.editor.text.Span}s and numbers. No terminal, no JShell. Open {@link
 * io.github.microgradj.editor.text.Highlighter} first.
 */
@NullMarked
package io.github.microgradj.editor.text;

import org.jspecify.annotations.NullMarked;
