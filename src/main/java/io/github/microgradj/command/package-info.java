/**
 * The infrastructure of colon commands. {@link io.github.microgradj.command.Command} is their base class,
 * {@link io.github.microgradj.command.CommandRegistry} finds and runs them by name, and a command sees the rest of the
 * shell through {@link io.github.microgradj.command.CommandContext}: the output, the evaluator, the settings, the
 * history, the session. Options are picocli's annotated fields, from which help and completion are computed. Open
 * {@code Command} first. The commands themselves are in {@code command.basic}, {@code command.training},
 * {@code command.plot} and {@code command.graph}; {@code shell.Commands} lists them.
 */
@NullMarked
package io.github.microgradj.command;

import org.jspecify.annotations.NullMarked;
