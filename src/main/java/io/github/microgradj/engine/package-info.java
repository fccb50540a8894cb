/**
 * The autograd engine: {@link io.github.microgradj.engine.Value} builds a graph of scalars, {@code backward()} walks it.
 * Every formula stands once, in {@link io.github.microgradj.engine.Op}. Imports {@code text} alone.
 */
@NullMarked
package io.github.microgradj.engine;

import org.jspecify.annotations.NullMarked;
