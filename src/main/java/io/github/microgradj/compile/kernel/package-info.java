/**
 * The inner loops of compiled programs and their memory layout. In: rows of doubles, as plain arrays or as a
 * {@link io.github.microgradj.compile.kernel.Matrix}. Out: products, sums and elementwise operations, with the same
 * bits from every implementation. Start with {@link io.github.microgradj.compile.kernel.Kernels}.
 * {@link io.github.microgradj.compile.kernel.KernelChoice} picks plain Java or the Vector API. The package is public
 * only for {@code compile}, not for users.
 */
@NullMarked
package io.github.microgradj.compile.kernel;

import org.jspecify.annotations.NullMarked;
