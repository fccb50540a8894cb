/**
 * The translation of cells of Python to plain Java. In: the text of a cell, and what the session knows about its names.
 * Out: Java snippets, or a {@link io.github.microgradj.language.python.Refusal} that names the first thing in the
 * user's text that is not understood. The package
 * uses neither the compiler nor JShell.
 *
 * <p>The parts are, in order of use:
 * <ol>
 * <li>{@link io.github.microgradj.language.python.PythonLexer} splits the text into tokens; indentation becomes tokens,
 *     too. {@link io.github.microgradj.language.python.StringLexer} reads string literals.
 * <li>{@link io.github.microgradj.language.python.PythonParser} reads statements, and
 *     {@link io.github.microgradj.language.python.ExpressionParser} reads expressions. The tree consists of the records
 *     in {@link io.github.microgradj.language.python.Syntax}.
 * </ol>
 */
@NullMarked
package io.github.microgradj.language.python;

import org.jspecify.annotations.NullMarked;
