/**
 * The modules that Python cells import: {@code math}, {@code random}, and modules that are built on microgradj, such as
 * {@code torch}. The name of a module goes in; an object with the module's functions comes out. Start with
 * {@link io.github.microgradj.python.module.PythonModules}.
 * Imports {@code python}, {@code random} and the packages on which the modules are built.
 */
@NullMarked
package io.github.microgradj.python.module;

import org.jspecify.annotations.NullMarked;
