/**
 * The translation of a graph and its backward pass into straight-line Java, which {@code :java --backward} prints.
 * Start with {@link io.github.microgradj.backward.BackwardCode}. The formulas are read from the source of {@code Op},
 * which is included in the jar.
 */
@NullMarked
package io.github.microgradj.backward;

import org.jspecify.annotations.NullMarked;
