/**
 * The parts that all pictures share: the {@link io.github.microgradj.viz.picture.Picture} interface (start here), file
 * output, pixels, the bundled font, the formats of numbers and text, the template of HTML pages, and the optional
 * libraries.
 */
@NullMarked
package io.github.microgradj.viz.picture;

import org.jspecify.annotations.NullMarked;
