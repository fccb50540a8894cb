/**
 * Arithmetic on plain numbers for which {@code StrictMath} is not fast or accurate enough.
 */
@NullMarked
package io.github.microgradj.arithmetic;

import org.jspecify.annotations.NullMarked;
