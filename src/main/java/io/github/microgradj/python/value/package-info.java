/**
 * Python's values: their operators, comparisons, text and iteration, and the types of functions, objects and errors.
 * Java objects, such as {@code null} for None, {@code Long} for an int and {@code List} for a list, go in; CPython's
 * results come out. Start with {@link io.github.microgradj.python.value.PythonObject}. Imports {@code engine} and
 * {@code text}.
 */
@NullMarked
package io.github.microgradj.python.value;

import org.jspecify.annotations.NullMarked;
