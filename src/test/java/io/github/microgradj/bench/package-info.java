/** Benchmarks, run by hand. They print figures and check no limits. */
package io.github.microgradj.bench;
