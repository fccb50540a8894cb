/**
 * The command {@code :learn}. In: lessons, and what the learner types. Out: the steps of a lesson at the ordinary
 * prompt, and answers checked by running them. Start with {@link io.github.microgradj.command.learning.LearnCommand}:
 * {@link io.github.microgradj.command.learning.LessonRun} follows the input and goes from step to step, {@link
 * io.github.microgradj.command.learning.StepRun} judges the answers of one step, {@link
 * io.github.microgradj.command.learning.LessonText} prints Markdown, {@link
 * io.github.microgradj.command.learning.SavedNames} protects the learner's variables, and {@link
 * io.github.microgradj.command.learning.LessonCheck} tries all answers of a lesson for its author.
 */
@NullMarked
package io.github.microgradj.command.learning;

import org.jspecify.annotations.NullMarked;
