/**
 * The snippet engine. It compiles and runs Java in this process, including infix arithmetic and lines of Python. It
 * takes the source of a snippet and returns an {@link io.github.microgradj.snippet.model.Evaluation}, such as a value,
 * a declaration, an exception or compiler errors. Start with {@link io.github.microgradj.snippet.SnippetEngine}. Only
 * this package and its subpackages use {@code jdk.jshell}, and none of them prints.
 *
 * <p>A snippet passes through these stages, in order:
 * <ol>
 * <li>{@link io.github.microgradj.snippet.model.SnippetSplitter} takes the snippet from the start of the text.
 * <li>{@link io.github.microgradj.snippet.execution.RewritingEvaluator} submits each form of the snippet that
 *      {@code language.infix} produces, until one compiles. If a form replaces a declaration,
 *      {@link io.github.microgradj.snippet.execution.Redeclaration} first compiles it without running it
 *      ({@link io.github.microgradj.snippet.compiler.TrialCompiler}).
 * <li>{@link io.github.microgradj.snippet.execution.JShellSession} submits the form to JShell.
 * <li>{@link io.github.microgradj.snippet.runtime.StopCheckWeaver} inserts checks into the classes that JShell
 *      compiled, and {@link io.github.microgradj.snippet.execution.SnippetLoader} defines these classes.
 * <li>{@link io.github.microgradj.snippet.execution.InProcessExecutionControl} runs them on the
 *      {@link io.github.microgradj.snippet.runtime.SnippetThread} and keeps the resulting objects.
 * <li>{@link io.github.microgradj.snippet.execution.EvaluationMapper} converts JShell's events to an
 *      {@code Evaluation}, and {@link io.github.microgradj.snippet.assist.ErrorHints} adds hints to errors.
 * </ol>
 */
@NullMarked
package io.github.microgradj.snippet;

import org.jspecify.annotations.NullMarked;
