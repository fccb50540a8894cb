/**
 * Numbers as Python writes them ({@link io.github.microgradj.text.Repr}, open it first), names of types, and the nearest name to
 * one that does not exist ({@link io.github.microgradj.text.DidYouMean}). Imports nothing of the other packages.
 */
@NullMarked
package io.github.microgradj.text;

import org.jspecify.annotations.NullMarked;
