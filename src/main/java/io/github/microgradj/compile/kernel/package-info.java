/**
 * The inner loops of compiled programs, and where their numbers lie in memory. In: rows of doubles, as plain arrays or
 * as a {@link io.github.microgradj.compile.kernel.Matrix}. Out: products, sums and elementwise operations, with the same
 * bits from every implementation. Open {@link io.github.microgradj.compile.kernel.Kernels} first: it lists the loops;
 * {@link io.github.microgradj.compile.kernel.KernelChoice} picks plain Java or the Vector API. Imports {@code engine}.
 * Public only for {@code compile}, not for users.
 */
@NullMarked
package io.github.microgradj.compile.kernel;

import org.jspecify.annotations.NullMarked;
