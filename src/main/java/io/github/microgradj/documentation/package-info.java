/**
 * The documentation of names, which is members, types and Javadoc as plain text for a terminal. In: a class, or a name
 * in the index that {@link io.github.microgradj.documentation.IndexProcessor} writes while the library is compiled.
 * Out: a {@link io.github.microgradj.documentation.Topic}. Start with
 * {@link io.github.microgradj.documentation.DocIndex}. The build compiles this package and {@code text} first.
 */
@NullMarked
package io.github.microgradj.documentation;

import org.jspecify.annotations.NullMarked;
