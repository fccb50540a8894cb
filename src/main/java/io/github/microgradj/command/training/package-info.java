/**
 * The commands {@code :train}, {@code :data}, {@code :predict} and {@code :export}. Training shows its progress on the
 * screen and stores the trained model in a variable. Start with {@link
 * io.github.microgradj.command.training.TrainCommand}: {@link io.github.microgradj.command.training.DataOptions} and
 * {@link io.github.microgradj.command.training.TrainingFlags} are its options, {@link
 * io.github.microgradj.command.training.TrainingDisplay} shows the run as a dashboard, a bar or lines, {@link
 * io.github.microgradj.command.ResultVariables} declares the variables that the command sets, and {@link
 * io.github.microgradj.command.training.TrainingRecipe} writes the same run as Java.
 */
@NullMarked
package io.github.microgradj.command.training;

import org.jspecify.annotations.NullMarked;
