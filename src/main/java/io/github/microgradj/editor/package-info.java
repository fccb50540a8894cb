/**
 * The line editor. It reads keys and pasted text, and asks a {@link io.github.microgradj.editor.Host} about the
 * session. It returns the source of each snippet and keeps the history. Start with
 * {@link io.github.microgradj.editor.LineInput}, which reads from a terminal
 * ({@link io.github.microgradj.editor.SystemTerminal}) with an {@link io.github.microgradj.editor.Editor}. Only this
 * package uses JLine.
 */
@NullMarked
package io.github.microgradj.editor;

import org.jspecify.annotations.NullMarked;
