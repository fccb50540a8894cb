/**
 * The line editor: {@link io.github.microgradj.shell.terminal.LineInput} reads what the user types. The only room that sees
 * JLine.
 */
@NullMarked
package io.github.microgradj.shell.terminal;

import org.jspecify.annotations.NullMarked;
