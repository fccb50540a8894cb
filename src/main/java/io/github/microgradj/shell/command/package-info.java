/**
 * One class per colon command; {@link io.github.microgradj.shell.command.Commands} lists them. A command's options are its
 * annotated fields, from which help and completion follow. Imports {@code shell} and the rooms a command shows.
 */
@NullMarked
package io.github.microgradj.shell.command;

import org.jspecify.annotations.NullMarked;
