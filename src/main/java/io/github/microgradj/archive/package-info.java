/**
 * The archive of loaded and linked classes (CDS) with which the JVM starts in a third of the time. In: the launcher's
 * request for one. Out: a file in the user's cache, made by a rehearsed session and replaced when it is
 * outdated. Open {@link io.github.microgradj.archive.ArchiveMaker} first.
 */
@NullMarked
package io.github.microgradj.archive;

import org.jspecify.annotations.NullMarked;
