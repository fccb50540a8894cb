/**
 * What all pictures share: the {@link io.github.microgradj.viz.picture.Picture} interface (open it first), the writing
 * of files, pixels, the bundled font, the formats of numbers and texts, the template of HTML pages, and the optional
 * libraries.
 */
@NullMarked
package io.github.microgradj.viz.picture;

import org.jspecify.annotations.NullMarked;
