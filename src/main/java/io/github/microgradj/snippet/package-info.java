/**
 * The snippet engine: compiles and runs Java in this process, with infix arithmetic and lines of Python. In: the text of a
 * snippet. Out: an {@link io.github.microgradj.snippet.model.Evaluation}, which is a value, a declaration, an exception or
 * what is wrong. {@link io.github.microgradj.snippet.SnippetEngine} is all that commands and the session use. No package but
 * this one and those in it sees {@code jdk.jshell} and ASM; none prints.
 *
 * <p>The stages of a snippet, in order:
 *
 * <ol>
 *   <li>{@link io.github.microgradj.snippet.model.SnippetSplitter} cuts it off the text.
 *   <li>{@link io.github.microgradj.snippet.execution.RewritingEvaluator} submits each form that {@code language.infix}
 *       gives the snippet, until one compiles; {@link io.github.microgradj.snippet.execution.Redeclaration} first compiles
 *       one that replaces a declaration where it does not run ({@link io.github.microgradj.snippet.compiler.TrialCompiler}).
 *   <li>{@link io.github.microgradj.snippet.execution.JShellSession} gives it to JShell.
 *   <li>{@link io.github.microgradj.snippet.execution.SnippetLoader} defines the classes JShell made, into which {@link
 *       io.github.microgradj.snippet.runtime.StopCheckWeaver} has woven checks.
 *   <li>{@link io.github.microgradj.snippet.execution.InProcessExecutionControl} calls them on the {@link
 *       io.github.microgradj.snippet.runtime.SnippetThread} and keeps the objects they return.
 *   <li>{@link io.github.microgradj.snippet.execution.EvaluationMapper} turns JShell's events into an {@code Evaluation};
 *       {@link io.github.microgradj.snippet.assist.ErrorHints} adds near misses.
 * </ol>
 */
@NullMarked
package io.github.microgradj.snippet;

import org.jspecify.annotations.NullMarked;
