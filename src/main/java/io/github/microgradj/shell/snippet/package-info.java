/**
 * Runs Java snippets in this process: {@link io.github.microgradj.shell.snippet.SnippetEngine} is the face, and the only room
 * that sees {@code jdk.jshell} and ASM. It knows no terminal and no command.
 */
@NullMarked
package io.github.microgradj.shell.snippet;

import org.jspecify.annotations.NullMarked;
