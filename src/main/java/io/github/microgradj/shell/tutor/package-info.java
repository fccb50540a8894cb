/**
 * What a patient teacher would say over the learner's shoulder: {@link io.github.microgradj.shell.tutor.ZeroGradGuard}. Imports
 * {@code engine} alone.
 */
@NullMarked
package io.github.microgradj.shell.tutor;

import org.jspecify.annotations.NullMarked;
