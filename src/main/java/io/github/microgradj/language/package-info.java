/**
 * The language that users write. In: numbers, Values and lists. Out: the results that Python or mathematics would give.
 * {@link io.github.microgradj.language.Prelude} (start here) is imported at the prompt: {@code Value(2)},
 * {@code print}, {@code drawDot}. {@link io.github.microgradj.language.Ops} has the methods to which operators on
 * values are translated, {@link io.github.microgradj.language.Functions} has {@code sum}, {@code max} and the like on
 * values, and {@link io.github.microgradj.language.Python} has Python's functions on numbers and strings. The
 * translation itself is in {@code language.infix}.
 */
@NullMarked
package io.github.microgradj.language;

import org.jspecify.annotations.NullMarked;
