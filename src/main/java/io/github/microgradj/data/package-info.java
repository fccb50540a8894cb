/**
 * Data sets for classification and regression. In: the name of a built-in data set, or a CSV file. Out: a {@link
 * io.github.microgradj.data.Dataset}. Start with {@link io.github.microgradj.data.Datasets}, which generates the
 * built-in data sets and reads files.
 */
@NullMarked
package io.github.microgradj.data;

import org.jspecify.annotations.NullMarked;
