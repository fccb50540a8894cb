/**
 * The command arguments that are code: an expression of Values
 * ({@link io.github.microgradj.command.argument.NamedValues}), a function
 * ({@link io.github.microgradj.command.argument.FunctionArgument}), and a point
 * ({@link io.github.microgradj.command.argument.Coordinates}). In: the text after a command's name. Out: the user's own
 * objects, with the user's names for them. Start with {@code NamedValues}.
 */
@NullMarked
package io.github.microgradj.command.argument;

import org.jspecify.annotations.NullMarked;
