/**
 * The autograd engine: {@link io.github.microgradj.engine.Value} builds a graph of scalars, and {@code backward()}
 * walks it. Every formula appears once, in {@link io.github.microgradj.engine.Op}. Imports only {@code text}.
 */
@NullMarked
package io.github.microgradj.engine;

import org.jspecify.annotations.NullMarked;
