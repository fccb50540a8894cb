/**
 * The shell's output and its styles. Text and its style go in; styled text comes out on standard output or standard
 * error. Start with {@link io.github.microgradj.output.Printer}, which prints in the colours of a
 * {@link io.github.microgradj.output.Theme} and wraps remarks to the width of the window.
 * {@link io.github.microgradj.output.TextTable} aligns columns, and {@link io.github.microgradj.output.Progress} shows
 * the elapsed time of tasks that last more than a second. This package does not depend on a session.
 */
@NullMarked
package io.github.microgradj.output;

import org.jspecify.annotations.NullMarked;
