/**
 * Text utilities that several packages share: numbers as Python prints them ({@link io.github.microgradj.text.Repr}),
 * the width of text in a terminal, Java type names and literals, and suggestions for mistyped names. Start with
 * {@code Repr}.
 */
@NullMarked
package io.github.microgradj.text;

import org.jspecify.annotations.NullMarked;
