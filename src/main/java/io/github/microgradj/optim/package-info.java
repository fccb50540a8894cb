/**
 * Optimizers and learning rates. An optimizer updates an array of parameters based on an array of their gradients.
 * Start with {@link io.github.microgradj.optim.Optimizers}, which finds them by name and applies them to lists of
 * Values.
 */
@NullMarked
package io.github.microgradj.optim;

import org.jspecify.annotations.NullMarked;
