/**
 * A fuzzer that tries mutated inputs for a given time and shortens those that fail. The targets are next to the code
 * that they test and are called {@code *Fuzz}; {@code .ci/fuzz} runs them.
 */
package io.github.microgradj.fuzz;
