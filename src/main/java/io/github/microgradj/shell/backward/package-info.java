/**
 * What {@code backward()} does with a graph, as straight-line Java. The formulas are read from the source of {@code Op}'s
 * table, which comes along in the jar. Imports {@code text}, {@code engine} and {@code jdk.compiler}.
 */
@NullMarked
package io.github.microgradj.shell.backward;

import org.jspecify.annotations.NullMarked;
