/**
 * Neural networks and their losses. In: samples as arrays or Values. Out: scores, losses, and the parameters to train.
 * A network may scale its numbers and know their names. Start with {@link io.github.microgradj.nn.MLP} and {@link
 * io.github.microgradj.nn.Losses}; {@link io.github.microgradj.nn.ModelFile} reads and writes models.
 */
@NullMarked
package io.github.microgradj.nn;

import org.jspecify.annotations.NullMarked;
