/**
 * A session, which runs input that is typed, pasted or read, one snippet or command after another. In: text. Out: an
 * {@link io.github.microgradj.report.Outcome}. Output goes to the {@link io.github.microgradj.output.Printer}. Start
 * with {@link io.github.microgradj.session.Session}.
 *
 * <p>Input passes through these stages:
 *
 * <ol>
 * <li>{@link io.github.microgradj.session.InputSplitter} cuts it into snippets and commands, and
 * {@link io.github.microgradj.session.Continuation} finds what continues on the next line.
 * <li>{@link io.github.microgradj.session.InputRunner} runs each of them. It retries
 * {@link io.github.microgradj.session.DeferredDeclarations} after later declarations.
 * <li>{@link io.github.microgradj.session.SessionEvaluator} evaluates the snippets and the expressions in commands.
 * <li>{@link io.github.microgradj.session.ResultPrinter} prints the result.
 *   <li>{@link io.github.microgradj.session.SessionLog} logs what did not fail, for {@code :save} and {@code :history}.
 * </ol>
 */
@NullMarked
package io.github.microgradj.session;

import org.jspecify.annotations.NullMarked;
