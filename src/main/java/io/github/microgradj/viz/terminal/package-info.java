/**
 * Pictures inside the text of a terminal: {@link io.github.microgradj.viz.terminal.ImageProtocol} tells whether a terminal can
 * show them, and how. Imports nothing of ours; prints nothing.
 */
@NullMarked
package io.github.microgradj.viz.terminal;

import org.jspecify.annotations.NullMarked;
