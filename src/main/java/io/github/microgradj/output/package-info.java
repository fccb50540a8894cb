/**
 * The shell's output and its style. In: text and its style. Out: standard output and standard error. Start with
 * {@link io.github.microgradj.output.Printer}, which prints in the colours of a
 * {@link io.github.microgradj.output.Theme} and limits lines to the width of the window.
 * {@link io.github.microgradj.output.TextTable} aligns columns, and {@link io.github.microgradj.output.Progress} shows
 * the elapsed time of tasks that last more than a second. This package does not depend on a session.
 */
@NullMarked
package io.github.microgradj.output;

import org.jspecify.annotations.NullMarked;
