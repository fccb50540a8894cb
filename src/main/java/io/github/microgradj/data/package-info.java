/**
 * Data sets for classification and regression. Start with {@link io.github.microgradj.data.Datasets}, which returns a
 * {@link io.github.microgradj.data.Dataset} that it generates or reads from a CSV file.
 */
@NullMarked
package io.github.microgradj.data;

import org.jspecify.annotations.NullMarked;
