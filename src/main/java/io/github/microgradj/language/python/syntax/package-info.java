/**
 * The syntax of Python. In: text. Out: a tree of the records in
 * {@link io.github.microgradj.language.python.syntax.Syntax}, or a
 * {@link io.github.microgradj.language.python.syntax.Refusal} at a place in the text. Start with
 * {@link io.github.microgradj.language.python.syntax.PythonParser}. The package uses nothing but the JDK.
 *
 * <p>{@link io.github.microgradj.language.python.syntax.PythonLexer} splits the text into tokens; indentation becomes
 * tokens, too. {@link io.github.microgradj.language.python.syntax.StringLexer} reads string literals. The parsers are
 * written by hand, with one method for each level of Python's precedence.
 */
@NullMarked
package io.github.microgradj.language.python.syntax;

import org.jspecify.annotations.NullMarked;
