/**
 * Colours and images in a terminal. In: the environment variables, and a PNG image. Out: the escape sequences of an
 * image ({@link io.github.microgradj.viz.terminal.ImageProtocol}), and colours that the terminal can show ({@link
 * io.github.microgradj.viz.terminal.TerminalColor}). Start with {@code ImageProtocol}.
 */
@NullMarked
package io.github.microgradj.viz.terminal;

import org.jspecify.annotations.NullMarked;
