/**
 * What all pictures share: the {@link io.github.microgradj.viz.picture.Picture} interface (open it first), writing
 * files, pixels, the bundled font, numbers and texts as pictures show them, the template of HTML pages, and which libraries
 * are there. Imports {@code text}, {@code io} and {@code viz.terminal}.
 */
@NullMarked
package io.github.microgradj.viz.picture;

import org.jspecify.annotations.NullMarked;
