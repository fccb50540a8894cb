/**
 * {@code :plot} and {@code :descend}. In: a function, a data set or a training. Out: a
 * {@link io.github.microgradj.viz.picture.Picture}, to the terminal or to a file. Open
 * {@link io.github.microgradj.command.plot.PlotCommand} first; {@link io.github.microgradj.command.plot.FunctionPlot}
 * chooses the plot of a function, {@link io.github.microgradj.command.plot.Descent} runs gradient descent on it.
 */
@NullMarked
package io.github.microgradj.command.plot;

import org.jspecify.annotations.NullMarked;
