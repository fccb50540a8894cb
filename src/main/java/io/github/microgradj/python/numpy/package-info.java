/**
 * NumPy for Python cells: arrays of doubles and the functions that micrograd's notebooks use. Numbers, lists and arrays
 * go in; arrays and numbers come out. Start with {@link io.github.microgradj.python.numpy.NumPy}. Imports
 * {@code python}, {@code python.value}, {@code engine}, {@code random} and {@code text}.
 */
@NullMarked
package io.github.microgradj.python.numpy;

import org.jspecify.annotations.NullMarked;
