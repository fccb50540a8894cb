/**
 * The archive of loaded and linked classes with which the JVM starts in a third of the time. In: the launcher's request
 * for an archive. Out: a file in the user's cache. A scripted session creates it, and it is replaced when it is
 * outdated. Start with {@link io.github.microgradj.archive.ArchiveMaker}.
 */
@NullMarked
package io.github.microgradj.archive;

import org.jspecify.annotations.NullMarked;
