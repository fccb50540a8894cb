/**
 * The command arguments that are more than plain words: an expression of Values
 * ({@link io.github.microgradj.command.argument.NamedValues}), a function
 * ({@link io.github.microgradj.command.argument.FunctionArgument}), and a point
 * ({@link io.github.microgradj.command.argument.Coordinates}). These classes turn the text after a command's name into
 * objects of the session, with the names that the user gave them. Start with {@code NamedValues}.
 */
@NullMarked
package io.github.microgradj.command.argument;

import org.jspecify.annotations.NullMarked;
