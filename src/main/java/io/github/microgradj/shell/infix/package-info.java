/**
 * Arithmetic on values written as mathematics, and pasted lines of Python, turned into plain Java: {@link
 * io.github.microgradj.shell.infix.Infix} is the face. Imports the compiler's public tree API and {@code text}.
 */
@NullMarked
package io.github.microgradj.shell.infix;

import org.jspecify.annotations.NullMarked;
