/**
 * The translation of cells of Python to plain Java. In: the text of a cell, and what the session knows about its names.
 * Out: Java snippets, or a {@link io.github.microgradj.language.python.syntax.Refusal} that names the first thing in
 * the user's text that is not understood. Start with {@link io.github.microgradj.language.python.PythonCell}. The
 * package uses neither the compiler nor JShell.
 *
 * <p>{@link io.github.microgradj.language.python.CellWriter} writes the statements of a cell,
 * {@link io.github.microgradj.language.python.FunctionWriter} functions,
 * {@link io.github.microgradj.language.python.StatementWriter} the statements in them, and
 * {@link io.github.microgradj.language.python.ExpressionWriter} expressions. Types are found by writing: a writer
 * returns {@link io.github.microgradj.language.python.JavaExpression} text with its type, each
 * {@link io.github.microgradj.language.python.CellVariable} joins the types that are assigned to it, and a function is
 * written again until its types no longer change.
 */
@NullMarked
package io.github.microgradj.language.python;

import org.jspecify.annotations.NullMarked;
