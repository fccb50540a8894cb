/**
 * The training loop. It takes a data set and {@link io.github.microgradj.train.TrainingOptions}, and returns a
 * {@link io.github.microgradj.train.TrainingRun} with the trained network, the loss and score of each step on the
 * training and validation samples, and a {@link io.github.microgradj.train.Verdict}. Start with
 * {@link io.github.microgradj.train.Trainer}.
 */
@NullMarked
package io.github.microgradj.train;

import org.jspecify.annotations.NullMarked;
