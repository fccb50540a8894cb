/**
 * The Java compiler for individual snippets. It takes plain Java and the JShell instance that holds the declarations,
 * and returns errors or a modified form of the snippet. Trial compilations do not run snippets or change the session.
 * Start with {@link io.github.microgradj.snippet.compiler.TrialCompiler}.
 * {@link io.github.microgradj.snippet.compiler.CompilerGuard} converts a compiler crash to an error message.
 * {@link io.github.microgradj.snippet.compiler.Wrapping} and
 * {@link io.github.microgradj.snippet.compiler.ForwardDeclarations} rewrite valid Java that JShell would reject.
 */
@NullMarked
package io.github.microgradj.snippet.compiler;

import org.jspecify.annotations.NullMarked;
