package io.github.microgradj.learn;

import java.util.List;

/** What the learner has to do in a step. */
public sealed interface LessonTask {
    /** Read on. */
    record Read() implements LessonTask {}

    /** Think about a question, and compare your answer with the model answer. */
    record Reflect() implements LessonTask {}

    /**
     * Type what makes the conditions true.
     *
     * @param conditions boolean expressions, all of which must hold; they may use the variables, {@code it} and
     *     {@code typed}
     * @param broken code to mend, which runs when the step begins; empty if there is none
     */
    record Satisfy(List<String> conditions, String broken) implements LessonTask {}

    /**
     * Predict a value.
     *
     * @param code what runs before the expression is evaluated; may be empty
     * @param expression the expression whose value the learner predicts
     */
    record Predict(String code, String expression) implements LessonTask {}

    /** Choose one of several options by its number. */
    record Choose(List<Option> options) implements LessonTask {
        /** Returns the number of the right option, counting from 1. */
        public int right() {
            return options.indexOf(
                            options.stream().filter(Option::right).findFirst().orElseThrow())
                    + 1;
        }
    }

    /**
     * An option to choose.
     *
     * @param reply the text shown when the option is chosen; may be empty
     */
    record Option(String text, boolean right, String reply) {}
}
