/**
 * The modules that Python cells import: {@code math}, {@code random} and those built on the library. In: the name of a
 * module. Out: an object with its functions. Start with {@link io.github.microgradj.python.module.PythonModules}.
 * Imports {@code python}, {@code random} and what the modules show or compute.
 */
@NullMarked
package io.github.microgradj.python.module;

import org.jspecify.annotations.NullMarked;
