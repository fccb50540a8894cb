/**
 * What a colon command is. {@link io.github.microgradj.command.Command} is the base class of all, {@link
 * io.github.microgradj.command.CommandRegistry} finds and runs them by name, and a command sees the rest of the shell
 * through {@link io.github.microgradj.command.CommandContext}: where output goes, what evaluates, the settings, the history,
 * the session. Options are picocli's annotated fields, from which help and completion follow. Open {@code Command} first.
 * The commands themselves are in {@code command.basic}, {@code command.training}, {@code command.plot} and {@code
 * command.graph}; {@code shell.Commands} lists them.
 */
@NullMarked
package io.github.microgradj.command;

import org.jspecify.annotations.NullMarked;
