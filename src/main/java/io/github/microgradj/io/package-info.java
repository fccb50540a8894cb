/**
 * The files and the operating system, as the library and the shell use them. In: bytes and a path. Out: a file that is
 * written completely or not at all. Start with {@link io.github.microgradj.io.AtomicFile}.
 */
@NullMarked
package io.github.microgradj.io;

import org.jspecify.annotations.NullMarked;
