/**
 * The values, errors and outcomes that the user sees. Objects, exceptions and compiler messages go in. Text
 * ({@link io.github.microgradj.report.ValueFormatter}, {@link io.github.microgradj.report.ErrorReport},
 * {@link io.github.microgradj.report.CompilerMessages}) and the {@link io.github.microgradj.report.Outcome} that
 * determines the exit status come out. Start with {@code ErrorReport}.
 */
@NullMarked
package io.github.microgradj.report;

import org.jspecify.annotations.NullMarked;
