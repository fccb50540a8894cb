/**
 * The shell's output and its appearance. {@link io.github.microgradj.output.Printer} (start here) writes to standard
 * output and standard error, in the colours of a {@link io.github.microgradj.output.Theme} and within the width of the
 * window; {@link io.github.microgradj.output.TextTable} aligns columns; {@link io.github.microgradj.output.Progress}
 * shows the time of anything that takes a second. Independent of sessions.
 */
@NullMarked
package io.github.microgradj.output;

import org.jspecify.annotations.NullMarked;
