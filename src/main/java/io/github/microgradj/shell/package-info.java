/**
 * The interactive shell: {@link io.github.microgradj.shell.Main} starts it, {@link io.github.microgradj.shell.Session} runs
 * what is typed. Sees every other room; JShell lives in {@code shell.snippet}, JLine in {@code shell.terminal}.
 */
@NullMarked
package io.github.microgradj.shell;

import org.jspecify.annotations.NullMarked;
