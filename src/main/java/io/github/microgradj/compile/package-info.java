/**
 * The fast path: {@link io.github.microgradj.compile.Compiled} turns a function of Values into a program for whole batches,
 * {@link io.github.microgradj.compile.Expression} a graph into straight-line code. Imports {@code engine}, whose {@code Op}
 * holds every formula, and ASM.
 */
@NullMarked
package io.github.microgradj.compile;

import org.jspecify.annotations.NullMarked;
