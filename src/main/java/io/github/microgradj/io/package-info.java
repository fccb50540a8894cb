/** Files and the operating system, as the library and the shell use them. Imports only {@code java.base}. */
@NullMarked
package io.github.microgradj.io;

import org.jspecify.annotations.NullMarked;
