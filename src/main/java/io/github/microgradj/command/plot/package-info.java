/**
 * The commands {@code :plot} and {@code :descend}. They draw a function, a data set or a training run as a
 * {@link io.github.microgradj.viz.picture.Picture}, in the terminal or in a file. Start with
 * {@link io.github.microgradj.command.plot.PlotCommand}. {@link io.github.microgradj.command.plot.FunctionPlot} chooses
 * the kind of plot, and {@link io.github.microgradj.command.plot.Descent} runs gradient descent.
 */
@NullMarked
package io.github.microgradj.command.plot;

import org.jspecify.annotations.NullMarked;
