/**
 * Optimisers and learning rates on plain arrays; {@link io.github.microgradj.optim.Optimizers} finds them by name and
 * steps lists of Values. Imports {@code engine} for this, and {@code text} to print numbers.
 */
@NullMarked
package io.github.microgradj.optim;

import org.jspecify.annotations.NullMarked;
