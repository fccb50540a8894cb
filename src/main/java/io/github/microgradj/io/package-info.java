/**
 * Files and the operating system, as the library and the shell use them. In: bytes and a path. Out: a file that is
 * written completely or not at all ({@link io.github.microgradj.io.AtomicFile}, start here).
 */
@NullMarked
package io.github.microgradj.io;

import org.jspecify.annotations.NullMarked;
