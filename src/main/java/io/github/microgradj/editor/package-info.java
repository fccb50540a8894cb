/**
 * The line editor. In: keys, pasted text and a {@link io.github.microgradj.editor.Host} that answers what only the session
 * knows. Out: the text of a snippet, with its history. Open {@link io.github.microgradj.editor.LineInput} first: what reads
 * is an {@link io.github.microgradj.editor.Editor} in a terminal ({@link io.github.microgradj.editor.SystemTerminal}), plain
 * lines elsewhere. The only package that sees JLine.
 */
@NullMarked
package io.github.microgradj.editor;

import org.jspecify.annotations.NullMarked;
