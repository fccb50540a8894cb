/**
 * A session. It runs typed, pasted or piped input, one snippet or command at a time. Each run returns an
 * {@link io.github.microgradj.report.Outcome} and prints to the {@link io.github.microgradj.output.Printer}. Start with
 * {@link io.github.microgradj.session.Session}.
 *
 * <p>Input passes through these stages:
 *
 * <ol>
 * <li>{@link io.github.microgradj.session.InputSplitter} splits it into snippets and commands.
 *      {@link io.github.microgradj.session.Continuation} decides which of them continue on the next line.
 * <li>{@link io.github.microgradj.session.InputRunner} runs them in order. It retries
 *      {@link io.github.microgradj.session.DeferredDeclarations} after later declarations.
 * <li>{@link io.github.microgradj.session.SessionEvaluator} evaluates the snippets, and the expressions in commands.
 * <li>{@link io.github.microgradj.session.ResultPrinter} prints the results.
 * <li>{@link io.github.microgradj.session.SessionLog} logs the input that did not fail, for {@code :save} and
 *      {@code :history}.
 * </ol>
 */
@NullMarked
package io.github.microgradj.session;

import org.jspecify.annotations.NullMarked;
