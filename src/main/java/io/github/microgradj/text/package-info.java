/**
 * Texts: numbers as Python writes them ({@link io.github.microgradj.text.Repr}, start here), terminal widths, Java
 * names and literals, and suggestions for mistyped names. Imports no other package.
 */
@NullMarked
package io.github.microgradj.text;

import org.jspecify.annotations.NullMarked;
