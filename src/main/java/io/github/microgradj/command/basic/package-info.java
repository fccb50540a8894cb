/**
 * The commands that manage the session, with one class for each command and three helper classes. They print lines of
 * text or change the session. Start with {@link io.github.microgradj.command.basic.ClearCommand}, and then read
 * {@link io.github.microgradj.command.basic.VarsCommand}.
 */
@NullMarked
package io.github.microgradj.command.basic;

import org.jspecify.annotations.NullMarked;
