/**
 * Forms of text that several packages need: numbers as Python writes them ({@link io.github.microgradj.text.Repr},
 * start here), widths in a terminal, Java names and literals, and suggestions for mistyped names. In: numbers, names
 * and text. Out: text.
 */
@NullMarked
package io.github.microgradj.text;

import org.jspecify.annotations.NullMarked;
