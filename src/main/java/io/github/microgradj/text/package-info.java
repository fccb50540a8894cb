/**
 * The forms of text that several packages need: numbers as Python writes them ({@link io.github.microgradj.text.Repr}),
 * widths in a terminal, Java names and literals, and suggestions for mistyped names. In: numbers, names and text. Out:
 * text. Start with {@code Repr}.
 */
@NullMarked
package io.github.microgradj.text;

import org.jspecify.annotations.NullMarked;
