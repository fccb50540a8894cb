package io.github.microgradj.learn;

import io.github.microgradj.learn.LessonStep.Block;
import io.github.microgradj.learn.LessonStep.Hint;
import io.github.microgradj.learn.LessonStep.Trial;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A builder for the step that the parser is reading. */
final class StepBuilder {
    final int line;
    final StringBuilder setup = new StringBuilder();
    final StringBuilder prose = new StringBuilder();
    final List<Hint> hints = new ArrayList<>();
    final List<Trial> trials = new ArrayList<>();
    final List<String> claims = new ArrayList<>();
    String answer = "";
    String broken = "";
    private final String title;
    private final List<Block> before = new ArrayList<>();
    private final List<Block> after = new ArrayList<>();
    private @Nullable LessonTask task;
    /** Whether the blocks that follow are shown only when the task is done. */
    private boolean answered;

    /**
     * Begins a step.
     *
     * @param line the index of the line with its heading
     */
    StepBuilder(int line, String title) {
        this.line = line;
        this.title = title;
    }

    boolean isEmpty() {
        return prose.toString().isBlank() && before.isEmpty() && task == null && setup.isEmpty();
    }

    void show(Block block) {
        endProse();
        (answered ? after : before).add(block);
    }

    private void endProse() {
        String text = prose.toString().strip();
        prose.setLength(0);
        if (!text.isEmpty()) {
            (answered ? after : before).add(new LessonStep.Prose(text));
        }
    }

    void task(String file, int at, LessonTask given) throws LessonException {
        if (task != null) {
            throw new LessonException(file, at + 1, "a step can have only one task; begin another step with ##");
        }
        endProse();
        task = given;
        answered = true;
    }

    void check(String file, int at, List<String> content) throws LessonException {
        List<String> conditions = content.stream()
                .filter(each -> !each.isBlank())
                .map(String::strip)
                .toList();
        task(file, at, new LessonTask.Satisfy(conditions, ""));
    }

    void answer(String file, int at, String code) throws LessonException {
        if (!answer.isEmpty()) {
            throw new LessonException(
                    file, at + 1, "a step can have only one model answer; put others in a block named right");
        }
        endProse();
        answer = code;
        answered = true;
    }

    LessonStep built(String file) throws LessonException {
        endProse();
        LessonTask whole = task != null ? task : answer.isEmpty() ? new LessonTask.Read() : new LessonTask.Reflect();
        if (whole instanceof LessonTask.Satisfy satisfy) {
            if (answer.isEmpty()) {
                throw new LessonException(file, line + 1, "a step with a check needs a model answer");
            }
            whole = new LessonTask.Satisfy(satisfy.conditions(), broken);
        } else if (!broken.isEmpty()) {
            throw new LessonException(file, line + 1, "a step with code to fix needs a check");
        } else if (!trials.isEmpty() && !(whole instanceof LessonTask.Predict)) {
            throw new LessonException(file, line + 1, "right and wrong answers need a block named check or predict");
        }
        return new LessonStep(
                line + 1, title, setup.toString().strip(), before, whole, answer, hints, after, trials, claims);
    }
}
