/**
 * A translation of {@code backward()} on a graph to straight-line Java. In: a Value and the names of its leaves. Out:
 * the code that {@code :java --backward} prints. Start with {@link io.github.microgradj.backward.BackwardCode}. The
 * formulas are read from the source of {@code Op}, which is included in the jar.
 */
@NullMarked
package io.github.microgradj.backward;

import org.jspecify.annotations.NullMarked;
