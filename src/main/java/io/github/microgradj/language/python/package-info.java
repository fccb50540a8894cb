/**
 * The translation of Python cells to plain Java. The input is the text of a cell and the names that the session has
 * declared. The output consists of Java snippets; if part of the user's text is not understood, a
 * {@link io.github.microgradj.language.python.syntax.Refusal} names the first such part. Start with
 * {@link io.github.microgradj.language.python.PythonCell}. The package uses neither the compiler nor JShell.
 *
 * <p>{@link io.github.microgradj.language.python.CellWriter} writes the top-level statements of a cell,
 * {@link io.github.microgradj.language.python.FunctionWriter} writes functions,
 * {@link io.github.microgradj.language.python.StatementWriter} writes the statements in functions and blocks, and
 * {@link io.github.microgradj.language.python.ExpressionWriter} writes expressions. Types are inferred while the code
 * is written. A writer returns a {@link io.github.microgradj.language.python.JavaExpression}, which has text and a
 * type. Each {@link io.github.microgradj.language.python.CellVariable} joins the types of the values that are assigned
 * to it. The code for a function is written again until its types no longer change.
 */
@NullMarked
package io.github.microgradj.language.python;

import org.jspecify.annotations.NullMarked;
