/**
 * Files as all of the library and the shell write them. Imports nothing but {@code java.base}.
 */
@NullMarked
package io.github.microgradj.io;

import org.jspecify.annotations.NullMarked;
