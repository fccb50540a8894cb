/**
 * What there is to know about a name: its members, their types and documentation, as plain text for a terminal. May import the
 * rooms of the library, nothing of the shell.
 */
@NullMarked
package io.github.microgradj.shell.doc;

import org.jspecify.annotations.NullMarked;
