/**
 * Where output goes and how it looks. {@link io.github.microgradj.output.Printer} writes to standard output and standard
 * error, in the colours of a {@link io.github.microgradj.output.Theme} and within the width of the window; {@link
 * io.github.microgradj.output.TextTable} aligns columns; {@link io.github.microgradj.output.Progress} shows a bar on
 * anything that takes a second. Open {@code Printer} first. Nothing here knows of a session.
 */
@NullMarked
package io.github.microgradj.output;

import org.jspecify.annotations.NullMarked;
