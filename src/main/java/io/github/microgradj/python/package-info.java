/**
 * The run-time support for translated Python cells: Python's operators, built-in functions and methods. They take
 * Python's values as Java objects, and return CPython 3.11's results or throw a
 * {@link io.github.microgradj.python.value.PythonError} with CPython's message. Start with
 * {@link io.github.microgradj.python.Py}. Imports {@code python.value}, {@code engine}, {@code nn}, {@code random} and
 * {@code text}.
 */
@NullMarked
package io.github.microgradj.python;

import org.jspecify.annotations.NullMarked;
