/**
 * NumPy for Python cells: arrays of doubles and the functions that micrograd's notebooks use. In: lists and arrays.
 * Out: arrays. Start with {@link io.github.microgradj.python.numpy.NumPy}. Imports {@code python},
 * {@code python.value}, {@code engine}, {@code random} and {@code text}.
 */
@NullMarked
package io.github.microgradj.python.numpy;

import org.jspecify.annotations.NullMarked;
