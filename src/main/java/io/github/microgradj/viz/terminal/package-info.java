/**
 * The colours and images in a terminal. In: the environment, and a PNG. Out: the escape codes of an image
 * ({@link io.github.microgradj.viz.terminal.ImageProtocol}), and colours at the level of the terminal
 * ({@link io.github.microgradj.viz.terminal.TerminalColor}). Start with {@code ImageProtocol}.
 */
@NullMarked
package io.github.microgradj.viz.terminal;

import org.jspecify.annotations.NullMarked;
