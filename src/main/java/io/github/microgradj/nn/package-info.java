/**
 * Neural networks and losses. Networks turn samples, which are arrays or Values, into scores; losses compare the scores
 * with targets. A network may also have scalings and names for its inputs and outputs. Start with
 * {@link io.github.microgradj.nn.MLP} and {@link io.github.microgradj.nn.Losses};
 * {@link io.github.microgradj.nn.ModelFile} reads and writes models.
 */
@NullMarked
package io.github.microgradj.nn;

import org.jspecify.annotations.NullMarked;
