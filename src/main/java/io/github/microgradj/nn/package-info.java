/**
 * Neural networks and what trains them: {@link io.github.microgradj.nn.MLP} and {@link io.github.microgradj.nn.Losses} are
 * the two classes to know. Imports {@code engine}, {@code random}, {@code compile} and {@code io}.
 */
@NullMarked
package io.github.microgradj.nn;

import org.jspecify.annotations.NullMarked;
