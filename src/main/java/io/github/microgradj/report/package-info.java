/**
 * The values, errors and outcomes that the user sees. In: an object, an exception, or a compiler message. Out: text
 * ({@link io.github.microgradj.report.ValueFormatter}, {@link io.github.microgradj.report.ErrorReport},
 * {@link io.github.microgradj.report.CompilerMessages}), and the {@link io.github.microgradj.report.Outcome} that
 * determines the exit status. Start with {@code ErrorReport}.
 */
@NullMarked
package io.github.microgradj.report;

import org.jspecify.annotations.NullMarked;
