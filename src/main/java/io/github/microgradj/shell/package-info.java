/**
 * The program. In: the command line and the terminal. Out: an exit status. Start with
 * {@link io.github.microgradj.shell.Main}, which reads the command line and composes the rest: a session, the commands
 * ({@link io.github.microgradj.shell.Commands}) and, at a terminal, the prompt of
 * {@link io.github.microgradj.shell.Shell} with an editor that asks the session
 * ({@link io.github.microgradj.shell.SessionHost}). No other package imports this one.
 */
@NullMarked
package io.github.microgradj.shell;

import org.jspecify.annotations.NullMarked;
