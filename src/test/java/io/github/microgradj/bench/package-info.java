/** Measurements, to be run by hand: they print figures and check none. */
package io.github.microgradj.bench;
