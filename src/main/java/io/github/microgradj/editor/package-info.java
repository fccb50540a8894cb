/**
 * The line editor. In: keys, pasted text, and a {@link io.github.microgradj.editor.Host} that answers queries about the
 * session. Out: the source of a snippet, and the history. Start with {@link io.github.microgradj.editor.LineInput},
 * which reads from a terminal ({@link io.github.microgradj.editor.SystemTerminal}) with an
 * {@link io.github.microgradj.editor.Editor}. Only this package uses JLine.
 */
@NullMarked
package io.github.microgradj.editor;

import org.jspecify.annotations.NullMarked;
