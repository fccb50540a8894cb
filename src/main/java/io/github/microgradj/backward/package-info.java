/**
 * The computation of {@code backward()} on a graph, as straight-line Java. In: a Value and the names of its leaves.
 * Out: the text that {@code :java --backward} prints. Start with {@link io.github.microgradj.backward.BackwardCode}.
 * The formulas are read from the source of {@code Op}'s table, a copy of which is in the jar.
 */
@NullMarked
package io.github.microgradj.backward;

import org.jspecify.annotations.NullMarked;
