/**
 * The framework for colon commands. Start with {@link io.github.microgradj.command.Command}, the base class of all
 * commands. {@link io.github.microgradj.command.CommandRegistry} finds and runs the command that a line names, and
 * returns its {@link io.github.microgradj.report.Outcome}. Through
 * {@link io.github.microgradj.command.CommandContext}, a command uses the printer, the evaluator, the settings, the
 * history and the session. Options are fields with picocli annotations, from which help and completion are generated.
 * The commands themselves are in {@code command.basic}, {@code command.training}, {@code command.plot},
 * {@code command.graph}, {@code command.learning} and {@code command.languagemodel}; {@code shell.Commands} lists them.
 */
@NullMarked
package io.github.microgradj.command;

import org.jspecify.annotations.NullMarked;
