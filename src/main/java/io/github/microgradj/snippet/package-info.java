/**
 * The snippet engine, which compiles and runs Java in this process, with infix arithmetic and lines of Python. In: the
 * source of a snippet. Out: an {@link io.github.microgradj.snippet.model.Evaluation}, which is a value, a declaration,
 * an exception or errors. Start with {@link io.github.microgradj.snippet.SnippetEngine}. Only this package and its
 * subpackages use {@code jdk.jshell}, and none of them prints.
 *
 * <p>A snippet goes through these stages, in order:
 * <ol>
 * <li>{@link io.github.microgradj.snippet.model.SnippetSplitter} splits the snippet off the text.
 * <li>{@link io.github.microgradj.snippet.execution.RewritingEvaluator} submits each form of it that
 * {@code language.infix} produces, until one compiles. If a form replaces a declaration,
 * {@link io.github.microgradj.snippet.execution.Redeclaration} first compiles it without running it
 * ({@link io.github.microgradj.snippet.compiler.TrialCompiler}).
 * <li>{@link io.github.microgradj.snippet.execution.JShellSession} submits the form to JShell.
 * <li>{@link io.github.microgradj.snippet.execution.SnippetLoader} defines the classes that JShell compiled, after
 *     {@link io.github.microgradj.snippet.runtime.StopCheckWeaver} has inserted checks.
 * <li>{@link io.github.microgradj.snippet.execution.InProcessExecutionControl} calls them on the
 *     {@link io.github.microgradj.snippet.runtime.SnippetThread} and keeps the objects they return.
 * <li>{@link io.github.microgradj.snippet.execution.EvaluationMapper} maps JShell's events to an {@code Evaluation},
 * and {@link io.github.microgradj.snippet.assist.ErrorHints} adds similar names to errors.
 * </ol>
 */
@NullMarked
package io.github.microgradj.snippet;

import org.jspecify.annotations.NullMarked;
