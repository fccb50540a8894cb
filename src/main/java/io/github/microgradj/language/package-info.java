/**
 * The language that users write. Its operators and functions accept numbers, Values and lists, and give the same
 * results as in Python or in mathematics. Start with {@link io.github.microgradj.language.Prelude}, which is imported
 * at the prompt and defines {@code Value(2)}, {@code print} and {@code drawDot}.
 * {@link io.github.microgradj.language.Ops} has the methods to which operators on Values are translated,
 * {@link io.github.microgradj.language.Functions} has {@code sum}, {@code max} and similar functions of Values, and
 * {@link io.github.microgradj.language.Python} has Python's functions for numbers and strings. {@code language.infix}
 * translates infix arithmetic, and {@code language.python} translates Python cells.
 */
@NullMarked
package io.github.microgradj.language;

import org.jspecify.annotations.NullMarked;
