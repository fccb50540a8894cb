/**
 * The documentation of members and types, as plain text for the terminal. In: a class, or a name in the index that
 * {@link io.github.microgradj.documentation.IndexProcessor} writes when the library is compiled. Out: a
 * {@link io.github.microgradj.documentation.Topic}. Start with {@link io.github.microgradj.documentation.DocIndex}. The
 * build compiles this package and {@code text} before all others.
 */
@NullMarked
package io.github.microgradj.documentation;

import org.jspecify.annotations.NullMarked;
