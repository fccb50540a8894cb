/**
 * What the editor knows of a text while it is typed: its colours, its brackets, how far the next line is indented. Text alone: no
 * terminal, no JShell. Start at {@link io.github.microgradj.shell.typing.Highlighter}. May import {@code shell.infix}.
 */
@NullMarked
package io.github.microgradj.shell.typing;

import org.jspecify.annotations.NullMarked;
