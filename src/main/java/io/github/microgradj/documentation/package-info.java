/**
 * The documentation of members and types, as plain text for the terminal. Start with
 * {@link io.github.microgradj.documentation.DocIndex}, which reads the index that
 * {@link io.github.microgradj.documentation.IndexProcessor} writes when the library is compiled. The documentation
 * of a name is a {@link io.github.microgradj.documentation.Topic}. The build compiles this package and {@code text}
 * before all others.
 */
@NullMarked
package io.github.microgradj.documentation;

import org.jspecify.annotations.NullMarked;
