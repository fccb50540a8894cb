/**
 * What a terminal can show. In: its environment, a PNG. Out: the escape codes of an image ({@link
 * io.github.microgradj.viz.terminal.ImageProtocol}, open it first), and colours at the level the terminal has ({@link
 * io.github.microgradj.viz.terminal.TerminalColor}). Imports nothing of ours; prints nothing.
 */
@NullMarked
package io.github.microgradj.viz.terminal;

import org.jspecify.annotations.NullMarked;
