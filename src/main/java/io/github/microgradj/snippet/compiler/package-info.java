/**
 * The Java compiler on single snippets. In: plain Java, and the JShell whose declarations it may use. Out: what is wrong
 * with it, or the Java it comes to; nothing runs, and the session has no trace of it. Open {@link
 * io.github.microgradj.snippet.compiler.TrialCompiler} first. {@link io.github.microgradj.snippet.compiler.CompilerGuard}
 * makes a crash of the compiler cost one error message; {@link io.github.microgradj.snippet.compiler.Wrapping} and {@link
 * io.github.microgradj.snippet.compiler.ForwardDeclarations} rewrite good Java that JShell would reject.
 */
@NullMarked
package io.github.microgradj.snippet.compiler;

import org.jspecify.annotations.NullMarked;
