/**
 * Python's values: their operators, comparisons, text and iteration, and what functions, objects and errors are. In:
 * Java objects, of which {@code null} is None, {@code Long} an int and {@code List} a list. Out: what CPython gives.
 * Start with {@link io.github.microgradj.python.value.PythonObject}. Imports {@code engine} and {@code text}.
 */
@NullMarked
package io.github.microgradj.python.value;

import org.jspecify.annotations.NullMarked;
