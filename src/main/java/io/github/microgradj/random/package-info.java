/**
 * The random number generators of Python's {@code random} and NumPy's {@code RandomState}. For the same seed, they draw
 * exactly the same numbers as in micrograd's notebooks. Start with {@link io.github.microgradj.random.PythonRandom}.
 */
@NullMarked
package io.github.microgradj.random;

import org.jspecify.annotations.NullMarked;
