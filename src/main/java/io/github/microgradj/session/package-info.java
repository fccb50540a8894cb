/**
 * A session: runs what is typed, pasted or read from a file, one snippet or command after the other. In: text. Out: an
 * {@link io.github.microgradj.report.Outcome}; what it prints goes to the {@link io.github.microgradj.output.Printer}. Open
 * {@link io.github.microgradj.session.Session} first.
 *
 * <p>The stages of a text, in order:
 *
 * <ol>
 *   <li>{@link io.github.microgradj.session.InputSplitter} cuts it into snippets and commands ({@link
 *       io.github.microgradj.session.Continuation}: what goes on on the next line).
 *   <li>{@link io.github.microgradj.session.InputRunner} runs each; {@link
 *       io.github.microgradj.session.DeferredDeclarations} are tried again when what they need is there.
 *   <li>{@link io.github.microgradj.session.SessionEvaluator} evaluates a snippet, for commands too.
 *   <li>{@link io.github.microgradj.session.ResultPrinter} prints what became of it.
 *   <li>{@link io.github.microgradj.session.SessionLog} keeps what did not fail, for {@code :save} and {@code :history}.
 * </ol>
 */
@NullMarked
package io.github.microgradj.session;

import org.jspecify.annotations.NullMarked;
