/**
 * A simulated terminal, for tests of what a user sees. JLine's {@code ScreenTerminal} erases and wraps unlike any real
 * terminal.
 */
@NullMarked
package io.github.microgradj.editor.screen;

import org.jspecify.annotations.NullMarked;
