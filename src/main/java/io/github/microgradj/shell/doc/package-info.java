/**
 * What there is to know about a name: its members, their types and documentation, as plain text for a terminal. Imports
 * {@code text} alone: the build compiles both first, to write the index of the library's Javadoc with them.
 */
@NullMarked
package io.github.microgradj.shell.doc;

import org.jspecify.annotations.NullMarked;
