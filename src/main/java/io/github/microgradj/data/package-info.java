/**
 * Data sets for classification: {@link io.github.microgradj.data.Datasets} makes and reads them,
 * {@link io.github.microgradj.data.Dataset} holds them. Imports {@code random} and {@code text}.
 */
@NullMarked
package io.github.microgradj.data;

import org.jspecify.annotations.NullMarked;
