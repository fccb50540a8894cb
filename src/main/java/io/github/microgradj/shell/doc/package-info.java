/**
 * What there is to know about a name: its members, their types and documentation, as plain text for a terminal. Imports
 * nothing of ours: the build compiles it first, to write the index of the library's Javadoc with it.
 */
@NullMarked
package io.github.microgradj.shell.doc;

import org.jspecify.annotations.NullMarked;
