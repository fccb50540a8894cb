/**
 * A lexer and parsers for Python. They turn the text of a cell into a tree of the records in
 * {@link io.github.microgradj.language.python.syntax.Syntax}, or throw a
 * {@link io.github.microgradj.language.python.syntax.Refusal} that contains the position of the problem. Start with
 * {@link io.github.microgradj.language.python.syntax.PythonParser}. The package uses nothing but the JDK.
 *
 * <p>{@link io.github.microgradj.language.python.syntax.PythonLexer} splits the text into tokens; indentation becomes
 * tokens, too. {@link io.github.microgradj.language.python.syntax.StringLexer} reads string literals. The parsers are
 * written by hand, with one method for each level of Python's precedence.
 */
@NullMarked
package io.github.microgradj.language.python.syntax;

import org.jspecify.annotations.NullMarked;
