/**
 * File output and detection of the operating system, for the library and the shell. Start with
 * {@link io.github.microgradj.io.AtomicFile}, which writes bytes to a file completely or not at all.
 */
@NullMarked
package io.github.microgradj.io;

import org.jspecify.annotations.NullMarked;
