/**
 * The execution of snippets. It takes plain Java and returns an {@link io.github.microgradj.snippet.model.Evaluation}.
 * The resulting objects remain in the fields of JShell's classes. Start with
 * {@link io.github.microgradj.snippet.execution.JShellSession}, which holds the JShell instance, the values of
 * variables ({@link io.github.microgradj.snippet.execution.VariableFields}), and the effects of declarations on each
 * other ({@link io.github.microgradj.snippet.execution.Aftermath}).
 */
@NullMarked
package io.github.microgradj.snippet.execution;

import org.jspecify.annotations.NullMarked;
