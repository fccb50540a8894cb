/**
 * The autograd engine. In: arithmetic on {@link io.github.microgradj.engine.Value}s, which builds a graph of scalars.
 * Out: the values and, after {@code backward()}, the gradients. Every formula appears once, in the table of
 * {@link io.github.microgradj.engine.Op}. Start with {@code Value}.
 */
@NullMarked
package io.github.microgradj.engine;

import org.jspecify.annotations.NullMarked;
