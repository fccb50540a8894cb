/**
 * Python's operators, built-in functions and methods at run time, for the Java to which Python cells are translated.
 * In: Python's values as Java objects. Out: what CPython 3.11 gives, or a
 * {@link io.github.microgradj.python.value.PythonError} with its words. Start with
 * {@link io.github.microgradj.python.Py}. Imports {@code python.value}, {@code engine} and {@code nn}.
 */
@NullMarked
package io.github.microgradj.python;

import org.jspecify.annotations.NullMarked;
