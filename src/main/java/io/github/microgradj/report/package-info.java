/**
 * Values, errors and outcomes as the user reads them. In: an object, an exception, a message of the compiler. Out: text
 * ({@link io.github.microgradj.report.ValueFormatter}, {@link io.github.microgradj.report.ErrorReport}, {@link
 * io.github.microgradj.report.CompilerMessages}) and the {@link io.github.microgradj.report.Outcome} that becomes the exit
 * status. Open {@code ErrorReport} first.
 */
@NullMarked
package io.github.microgradj.report;

import org.jspecify.annotations.NullMarked;
