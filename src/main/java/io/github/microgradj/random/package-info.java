/**
 * The random streams of Python's {@code random} and NumPy's {@code RandomState}, bit for bit, so that a seed gives the
 * same numbers as in micrograd's notebooks. In: a seed. Out: numbers. Start with {@link
 * io.github.microgradj.random.PythonRandom}.
 */
@NullMarked
package io.github.microgradj.random;

import org.jspecify.annotations.NullMarked;
