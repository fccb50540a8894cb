/**
 * The Java compiler for single snippets. In: plain Java, and the JShell whose declarations it may use. Out: errors, or
 * a modified form. Nothing runs, and the session does not change. Start with
 * {@link io.github.microgradj.snippet.compiler.TrialCompiler}.
 * {@link io.github.microgradj.snippet.compiler.CompilerGuard} turns a compiler crash into an error message.
 * {@link io.github.microgradj.snippet.compiler.Wrapping} and
 * {@link io.github.microgradj.snippet.compiler.ForwardDeclarations} rewrite valid Java that JShell would reject.
 */
@NullMarked
package io.github.microgradj.snippet.compiler;

import org.jspecify.annotations.NullMarked;
