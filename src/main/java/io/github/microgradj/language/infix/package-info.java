/**
 * Translates infix arithmetic on values, and single lines of Python, into plain Java. In: the text of a snippet, and a
 * compiler to try a translation with. Out: Java, or {@link io.github.microgradj.language.infix.Diagnostic}s at places in the
 * user's text. Open {@link io.github.microgradj.language.infix.InfixTranslator} first. It sees the compiler's public tree
 * API, and no JShell.
 *
 * <p>The stages, in order:
 *
 * <ol>
 *   <li>{@link io.github.microgradj.language.infix.Token} splits the text.
 *   <li>{@link io.github.microgradj.language.infix.PythonForm} and {@link io.github.microgradj.language.infix.PythonBlock}
 *       recognize Python; {@link io.github.microgradj.language.infix.PythonTranslator} writes a line of it in Java ({@link
 *       io.github.microgradj.language.infix.FormatString} an f-string).
 *   <li>{@link io.github.microgradj.language.infix.PowerOperator} turns {@code **} into calls, after which {@link
 *       io.github.microgradj.language.infix.SyntaxTrees} can parse the text.
 *   <li>The compiler tries it. Where it reports an operator on operands that Java has none for, {@link
 *       io.github.microgradj.language.infix.OperatorRewrite} turns that one into a call of {@code Ops}, and the compiler
 *       tries again, until it has no more to report.
 *   <li>{@link io.github.microgradj.language.infix.SourceText} maps what is still wrong back to the text as it was typed,
 *       and {@link io.github.microgradj.language.infix.Hints} adds what to type instead.
 * </ol>
 */
@NullMarked
package io.github.microgradj.language.infix;

import org.jspecify.annotations.NullMarked;
