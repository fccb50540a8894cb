/**
 * Lessons, without a terminal and without a compiler. In: a lesson in Markdown. Out: a {@link
 * io.github.microgradj.learn.Lesson}, and how far the learner has come. Start with {@link
 * io.github.microgradj.learn.LessonParser}: a lesson is a list of steps ({@link
 * io.github.microgradj.learn.LessonStep}), each with a {@link io.github.microgradj.learn.LessonTask}. {@link
 * io.github.microgradj.learn.LessonList} finds lessons, and {@link io.github.microgradj.learn.LessonProgress} remembers
 * the learner's position.
 */
@NullMarked
package io.github.microgradj.learn;

import org.jspecify.annotations.NullMarked;
