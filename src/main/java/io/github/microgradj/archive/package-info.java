/**
 * The archive of loaded and linked classes (CDS) with which the JVM starts in a third of the time. In: the launcher's
 * request for one. Out: a file in the user's cache, made by a scripted session and replaced when it is outdated. Start
 * with {@link io.github.microgradj.archive.ArchiveMaker}.
 */
@NullMarked
package io.github.microgradj.archive;

import org.jspecify.annotations.NullMarked;
