/**
 * The archive of loaded and linked classes that reduces the JVM's start time to a third. The archive is a file in the
 * user's cache folder. A scripted session creates the archive. When the archive is outdated, another such session
 * replaces it. Start with {@link io.github.microgradj.archive.ArchiveMaker}.
 */
@NullMarked
package io.github.microgradj.archive;

import org.jspecify.annotations.NullMarked;
