/**
 * A translator of infix arithmetic on Values, and of Python lists, to plain Java. It tries each translation with a
 * compiler that the caller passes, and returns the Java that ran, or
 * {@link io.github.microgradj.language.infix.Diagnostic}s with positions in the user's text. Start with
 * {@link io.github.microgradj.language.infix.InfixTranslator}, which describes the algorithm. This package uses the
 * compiler's public tree API, but not JShell.
 *
 * <p>A snippet passes through these classes, in order:
 * <ol>
 * <li>{@link io.github.microgradj.language.infix.Token} splits the text into tokens.
 * <li>{@link io.github.microgradj.language.infix.PythonForm} recognizes Python.
 *      {@link io.github.microgradj.language.infix.ListLiterals} replaces lists.
 *      {@link io.github.microgradj.language.infix.DivisionOperators} gives {@code /}, {@code //} and {@code %} their
 *      meanings in Python.
 * <li>{@link io.github.microgradj.language.infix.PowerOperator} replaces {@code **} with calls, so that
 *      {@link io.github.microgradj.language.infix.SyntaxTrees} can parse the text.
 * <li>{@link io.github.microgradj.language.infix.OperatorRewrite} replaces operators that the compiler rejects with
 *      calls to the methods of {@code Ops}.
 * <li>{@link io.github.microgradj.language.infix.SourceText} maps the remaining errors to the user's text, and
 *      {@link io.github.microgradj.language.infix.Hints} adds hints.
 * </ol>
 */
@NullMarked
package io.github.microgradj.language.infix;

import org.jspecify.annotations.NullMarked;
