/**
 * Files as all of the library and the shell write them, and the system they run on. Imports nothing but {@code java.base}.
 */
@NullMarked
package io.github.microgradj.io;

import org.jspecify.annotations.NullMarked;
