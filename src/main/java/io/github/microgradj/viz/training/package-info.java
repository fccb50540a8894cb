/**
 * Views of a training run during and after training. The input is a training run, or its state at one step. The output
 * is the dashboard in a terminal ({@link io.github.microgradj.viz.training.Dashboard}, start here), the HTML report
 * ({@link io.github.microgradj.viz.training.TrainingReport}) and the confusion matrix.
 */
@NullMarked
package io.github.microgradj.viz.training;

import org.jspecify.annotations.NullMarked;
