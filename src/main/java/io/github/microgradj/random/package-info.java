/**
 * The random streams of Python's {@code random} and NumPy's {@code RandomState}, exact to the bit, so that a seed means here
 * what it means in micrograd's notebooks. Imports nothing but {@code java.base}.
 */
@NullMarked
package io.github.microgradj.random;

import org.jspecify.annotations.NullMarked;
