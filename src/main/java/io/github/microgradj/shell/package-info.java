/**
 * The program, which takes a command line and returns an exit status. Start with
 * {@link io.github.microgradj.shell.Main}, which reads the command line and creates a session with the commands in
 * {@link io.github.microgradj.shell.Commands}. At a terminal, {@link io.github.microgradj.shell.Shell} prompts for
 * input, and its editor queries the session through {@link io.github.microgradj.shell.SessionHost}. No other package
 * imports this one.
 */
@NullMarked
package io.github.microgradj.shell;

import org.jspecify.annotations.NullMarked;
