/**
 * Arithmetic that {@code StrictMath} does not do fast or exactly enough. In and out: plain numbers.
 */
@NullMarked
package io.github.microgradj.arithmetic;

import org.jspecify.annotations.NullMarked;
