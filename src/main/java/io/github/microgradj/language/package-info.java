/**
 * What users write in. {@link io.github.microgradj.language.Prelude} is imported at the prompt: {@code Value(2)}, {@code
 * print}, {@code drawDot}. {@link io.github.microgradj.language.Ops} is what an operator on values is translated to, {@link
 * io.github.microgradj.language.Functions} has {@code sum}, {@code max} and the like on values, and {@link
 * io.github.microgradj.language.Python} does what Python's operators do with numbers. Open {@code Prelude} first. The
 * translation itself is in {@code language.infix}.
 */
@NullMarked
package io.github.microgradj.language;

import org.jspecify.annotations.NullMarked;
