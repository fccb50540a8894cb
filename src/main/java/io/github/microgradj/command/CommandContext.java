package io.github.microgradj.command;

import io.github.microgradj.output.Printer;

/**
 * What a command may use.
 *
 * @param printer where output goes
 * @param evaluator what evaluates, and keeps variables
 * @param session what a command may do to the session
 */
public record CommandContext(
        Printer printer,
        Evaluator evaluator,
        Settings settings,
        SessionHistory history,
        SessionControl session,
        CommandRegistry commands) {}
