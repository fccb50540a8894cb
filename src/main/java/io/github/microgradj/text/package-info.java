/**
 * Numbers as text, the way Python writes them. {@link io.github.microgradj.text.Repr} is the one to open. Imports nothing of
 * the other packages.
 */
@NullMarked
package io.github.microgradj.text;

import org.jspecify.annotations.NullMarked;
