/**
 * The autograd engine. Arithmetic on {@link io.github.microgradj.engine.Value}s computes results and builds a graph of
 * scalars, from which {@code backward()} computes the gradients. Every formula appears once, in the table of
 * {@link io.github.microgradj.engine.Op}. Start with {@code Value}.
 */
@NullMarked
package io.github.microgradj.engine;

import org.jspecify.annotations.NullMarked;
