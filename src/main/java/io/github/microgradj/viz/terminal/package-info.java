/**
 * Colours and images in a terminal. In: the environment, a PNG. Out: the escape codes of an image
 * ({@link io.github.microgradj.viz.terminal.ImageProtocol}, start here), and colours at the level of the terminal
 * ({@link io.github.microgradj.viz.terminal.TerminalColor}).
 */
@NullMarked
package io.github.microgradj.viz.terminal;

import org.jspecify.annotations.NullMarked;
