/**
 * Colours and images in a terminal. From the environment variables and a PNG image, {@link
 * io.github.microgradj.viz.terminal.ImageProtocol} creates the escape sequences that show the image. {@link
 * io.github.microgradj.viz.terminal.TerminalColor} provides colours that the terminal can show. Start with
 * {@code ImageProtocol}.
 */
@NullMarked
package io.github.microgradj.viz.terminal;

import org.jspecify.annotations.NullMarked;
