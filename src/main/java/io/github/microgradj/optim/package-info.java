/**
 * Optimizers and learning rates. In: gradients. Out: parameters after a step. Optimizers work on plain arrays. Start
 * with {@link io.github.microgradj.optim.Optimizers}, which finds them by name and applies them to lists of Values.
 */
@NullMarked
package io.github.microgradj.optim;

import org.jspecify.annotations.NullMarked;
