package io.github.microgradj.command.learning;

import io.github.microgradj.learn.Answer;
import io.github.microgradj.learn.LessonStep.Hint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The hints of a running step. Each is given once. */
final class StepHints {
    private final LessonSession session;
    private final LessonText text;
    private final List<Hint> all;
    private final List<Hint> given = new ArrayList<>();

    StepHints(LessonSession session, LessonText text, List<Hint> all) {
        this.session = session;
        this.text = text;
        this.all = all;
    }

    /**
     * Gives the first hint that fits this wrong answer and has not been given yet. Returns false if there is none.
     *
     * @param aboutText whether to consider only hints whose condition uses {@code typed}
     */
    boolean giveFor(Answer answer, boolean aboutText) {
        return give(
                answer,
                hint -> hint.isSpecific()
                        && (!aboutText || Answer.isAboutText(hint.when()))
                        && session.holds(answer, hint.when()));
    }

    /** Gives the next general hint. Returns false if there is none. */
    boolean giveNext(Answer answer) {
        return give(answer, hint -> !hint.isSpecific());
    }

    private boolean give(Answer answer, Predicate<Hint> which) {
        return all.stream()
                .filter(hint -> !given.contains(hint))
                .filter(which)
                .findFirst()
                .map(hint -> {
                    given.add(hint);
                    text.prose("Hint: " + answer.inText(hint.text()));
                    return hint;
                })
                .isPresent();
    }

    /**
     * Returns whether the answer is right so far. The first hint whose condition holds says so, even if it was given
     * before; without such a hint, those for any wrong answer do.
     */
    boolean continues(Answer answer) {
        return all.stream()
                .filter(hint -> hint.isSpecific() && session.holds(answer, hint.when()))
                .findFirst()
                .map(Hint::continues)
                .orElseGet(() -> all.stream().anyMatch(hint -> !hint.isSpecific() && hint.continues()));
    }
}
