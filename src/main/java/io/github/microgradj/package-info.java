/**
 * micrograd for Java people. {@link io.github.microgradj.Prelude} is what shells import; a library user begins with {@link
 * io.github.microgradj.engine.Value} and {@link io.github.microgradj.nn.MLP}.
 */
@NullMarked
package io.github.microgradj;

import org.jspecify.annotations.NullMarked;
