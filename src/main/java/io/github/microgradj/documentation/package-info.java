/**
 * What there is to read on a name: members, types and Javadoc, as plain text for a terminal. In: a class, or a name in the
 * index that {@link io.github.microgradj.documentation.IndexProcessor} writes while the library is compiled. Out: a {@link
 * io.github.microgradj.documentation.Topic}. Open {@link io.github.microgradj.documentation.DocIndex} first. Sees nothing of
 * ours: the build compiles it before all else.
 */
@NullMarked
package io.github.microgradj.documentation;

import org.jspecify.annotations.NullMarked;
