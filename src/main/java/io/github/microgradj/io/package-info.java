/**
 * File output and detection of the operating system, for the library and the shell. In: bytes and a path. Out: a file
 * that is written completely or not at all. Start with {@link io.github.microgradj.io.AtomicFile}.
 */
@NullMarked
package io.github.microgradj.io;

import org.jspecify.annotations.NullMarked;
