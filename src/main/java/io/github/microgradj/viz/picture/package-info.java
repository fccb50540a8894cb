/**
 * The parts that all pictures share: the {@link io.github.microgradj.viz.picture.Picture} interface, file output,
 * pixels, the bundled font, the formats of numbers and text, the template for HTML pages, and the optional libraries.
 * The input is a drawing; the output is a file, or lines for a terminal. Start with {@code Picture}.
 */
@NullMarked
package io.github.microgradj.viz.picture;

import org.jspecify.annotations.NullMarked;
