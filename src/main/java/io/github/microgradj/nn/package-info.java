/**
 * Neural networks and their losses: start with {@link io.github.microgradj.nn.MLP} and
 * {@link io.github.microgradj.nn.Losses}. Imports {@code engine}, {@code random}, {@code compile}, {@code io} and
 * {@code text}.
 */
@NullMarked
package io.github.microgradj.nn;

import org.jspecify.annotations.NullMarked;
