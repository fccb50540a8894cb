/**
 * Optimisers and learning rates. In: gradients. Out: parameters after a step. Optimisers work on plain arrays; {@link
 * io.github.microgradj.optim.Optimizers} (start here) finds them by name and steps lists of Values.
 */
@NullMarked
package io.github.microgradj.optim;

import org.jspecify.annotations.NullMarked;
