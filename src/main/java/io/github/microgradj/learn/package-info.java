/**
 * The lessons of {@code :learn}, and the learner's progress. In: a lesson in Markdown. Out: a {@link
 * io.github.microgradj.learn.Lesson}. This package needs neither a terminal nor a compiler. Start with {@link
 * io.github.microgradj.learn.LessonParser}. A lesson is a list of steps ({@link
 * io.github.microgradj.learn.LessonStep}), each with a {@link io.github.microgradj.learn.LessonTask}. {@link
 * io.github.microgradj.learn.LessonList} finds lessons, and {@link io.github.microgradj.learn.LessonProgress} remembers
 * the learner's position.
 */
@NullMarked
package io.github.microgradj.learn;

import org.jspecify.annotations.NullMarked;
