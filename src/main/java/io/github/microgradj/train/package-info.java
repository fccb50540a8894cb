/**
 * The training loop: {@link io.github.microgradj.train.Trainer} takes a data set and
 * {@link io.github.microgradj.train.TrainingOptions}, and returns the trained network. Imports {@code engine},
 * {@code random}, {@code text}, {@code nn}, {@code optim}, {@code data} and {@code compile}.
 */
@NullMarked
package io.github.microgradj.train;

import org.jspecify.annotations.NullMarked;
