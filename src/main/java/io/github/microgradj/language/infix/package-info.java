/**
 * The translation of infix arithmetic on Values, and of single lines of Python, to plain Java. In: the source of a
 * snippet, and a compiler that tries translations. Out: Java, or
 * {@link io.github.microgradj.language.infix.Diagnostic}s at positions in the user's text. Start with
 * {@link io.github.microgradj.language.infix.InfixTranslator}, which describes the algorithm. The package uses the
 * compiler's public tree API, but not JShell.
 *
 * <p>The parts are, in order of use:
 * <ol>
 * <li>{@link io.github.microgradj.language.infix.Token} splits the text.
 * <li>{@link io.github.microgradj.language.infix.PythonForm} and
 * {@link io.github.microgradj.language.infix.PythonBlock} recognise Python.
 * {@link io.github.microgradj.language.infix.PythonTranslator} translates a line of it, and
 * {@link io.github.microgradj.language.infix.FormatString} an f-string.
 * {@link io.github.microgradj.language.infix.DivisionOperators} gives {@code /}, {@code //} and {@code %} Python's
 * meaning.
 * <li>{@link io.github.microgradj.language.infix.PowerOperator} replaces {@code **} with calls, after which
 *     {@link io.github.microgradj.language.infix.SyntaxTrees} can parse the text.
 * <li>{@link io.github.microgradj.language.infix.OperatorRewrite} replaces operators that the compiler rejects with
 *     calls of {@code Ops}.
 * <li>{@link io.github.microgradj.language.infix.SourceText} maps the remaining errors to the user's text, and
 *     {@link io.github.microgradj.language.infix.Hints} adds suggestions.
 * </ol>
 */
@NullMarked
package io.github.microgradj.language.infix;

import org.jspecify.annotations.NullMarked;
