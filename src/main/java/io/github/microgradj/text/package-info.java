/**
 * Numbers as Python writes them ({@link io.github.microgradj.text.Repr}, open it first), the width of texts in a terminal, names
 * and literals as Java writes them, and the nearest name to one that does not exist. Imports nothing of the other packages.
 */
@NullMarked
package io.github.microgradj.text;

import org.jspecify.annotations.NullMarked;
