/**
 * The modules that Python cells import: {@code math}, {@code random} and modules built on the library. In: the name of
 * a module. Out: an object with its functions. Start with {@link io.github.microgradj.python.module.PythonModules}.
 * Imports {@code python}, {@code random} and the packages on which the modules are built.
 */
@NullMarked
package io.github.microgradj.python.module;

import org.jspecify.annotations.NullMarked;
