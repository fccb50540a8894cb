/**
 * The commands on the session itself. There is one class for each, named after the command, and there are three
 * helpers. In: picocli's options. Out: lines of text, or a changed session. Start with
 * {@link io.github.microgradj.command.basic.ClearCommand}, then read
 * {@link io.github.microgradj.command.basic.VarsCommand}.
 */
@NullMarked
package io.github.microgradj.command.basic;

import org.jspecify.annotations.NullMarked;
