/** The screen of a terminal, for tests of what a person sees. JLine's {@code ScreenTerminal} erases and wraps differently from any real one. */
@NullMarked
package io.github.microgradj.editor.screen;

import org.jspecify.annotations.NullMarked;
