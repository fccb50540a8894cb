/**
 * The output of the shell, and its style. In: text and its style. Out: standard output and standard error. Start with
 * {@link io.github.microgradj.output.Printer}, which prints in the colours of a
 * {@link io.github.microgradj.output.Theme} and within the width of the window.
 * {@link io.github.microgradj.output.TextTable} aligns columns, and {@link io.github.microgradj.output.Progress} shows
 * how long anything takes that lasts more than a second. Nothing here depends on a session.
 */
@NullMarked
package io.github.microgradj.output;

import org.jspecify.annotations.NullMarked;
