/**
 * The archive of loaded and linked classes with which the JVM starts in a third of the time: made by rehearsing a session, kept
 * in the user's cache, replaced when it no longer fits. Sees the terminal alone.
 */
@NullMarked
package io.github.microgradj.shell.archive;

import org.jspecify.annotations.NullMarked;
