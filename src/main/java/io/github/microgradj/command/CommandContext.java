package io.github.microgradj.command;

import io.github.microgradj.output.Printer;

/**
 * The parts of the shell that a command may use.
 *
 * @param printer prints the output
 * @param evaluator evaluates expressions and holds the variables
 * @param settings the values of the settings
 * @param history the inputs of this session and earlier ones
 * @param session the operations that a command may perform on the session
 * @param commands all commands
 */
public record CommandContext(
        Printer printer,
        Evaluator evaluator,
        Settings settings,
        SessionHistory history,
        SessionControl session,
        CommandRegistry commands) {}
