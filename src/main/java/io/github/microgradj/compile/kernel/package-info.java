/**
 * The inner loops of compiled programs and their memory layout. The loops read rows of doubles, as plain arrays or as a
 * {@link io.github.microgradj.compile.kernel.Matrix}, and compute matrix products, sums and elementwise operations.
 * Every implementation gives the same bits. Start with {@link io.github.microgradj.compile.kernel.Kernels}.
 * {@link io.github.microgradj.compile.kernel.KernelChoice} picks plain Java or the Vector API. The package is public
 * only for {@code compile}, not for users.
 */
@NullMarked
package io.github.microgradj.compile.kernel;

import org.jspecify.annotations.NullMarked;
