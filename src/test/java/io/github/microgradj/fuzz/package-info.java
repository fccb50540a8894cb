/**
 * Fuzzing: mutated inputs, tried for a while, and what went wrong with them, cut down to the smallest. The targets stand beside
 * what they test and are called {@code *Fuzz}; {@code .ci/fuzz} runs them.
 */
package io.github.microgradj.fuzz;
