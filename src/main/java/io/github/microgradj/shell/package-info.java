/**
 * The program. {@link io.github.microgradj.shell.Main} reads the command line and composes the rest: a session, the
 * commands ({@link io.github.microgradj.shell.Commands}), and, at a terminal, the prompt of
 * {@link io.github.microgradj.shell.Shell} with an editor that asks the session
 * ({@link io.github.microgradj.shell.SessionHost}). Imports every other package; none imports it.
 */
@NullMarked
package io.github.microgradj.shell;

import org.jspecify.annotations.NullMarked;
