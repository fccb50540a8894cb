/**
 * Declares and runs snippets. In: plain Java. Out: an {@link io.github.microgradj.snippet.model.Evaluation}; the objects
 * themselves stay in the fields of the classes that JShell made. Open {@link
 * io.github.microgradj.snippet.execution.JShellSession} first: it owns the JShell, the values of its variables ({@link
 * io.github.microgradj.snippet.execution.VariableFields}), and what declaring one thing does to others ({@link
 * io.github.microgradj.snippet.execution.Aftermath}).
 */
@NullMarked
package io.github.microgradj.snippet.execution;

import org.jspecify.annotations.NullMarked;
