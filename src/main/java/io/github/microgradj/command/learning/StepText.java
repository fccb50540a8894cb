package io.github.microgradj.command.learning;

import io.github.microgradj.learn.LessonStep;
import io.github.microgradj.learn.LessonStep.Block;
import io.github.microgradj.learn.LessonTask;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The texts and the code of a step that follow from its task. */
final class StepText {
    private static final String SENTENCE_END = "(?<=[.?!])\\s+(?=[A-Z`])";

    private StepText() {}

    /** Returns the code that a step itself runs, apart from answers. */
    static List<String> ownCode(LessonStep step) {
        List<String> code = new ArrayList<>(List.of(step.setup()));
        if (step.task() instanceof LessonTask.Satisfy satisfy) {
            code.add(satisfy.broken());
        }
        Stream.concat(step.before().stream(), step.after().stream())
                .filter(LessonStep.Demonstration.class::isInstance)
                .forEach(block -> code.add(((LessonStep.Demonstration) block).code()));
        return code;
    }

    /** Returns the blocks that are shown when the step begins: the text above its task, and the task. */
    static List<Block> beginning(LessonStep step) {
        List<Block> blocks = new ArrayList<>(step.before());
        if (step.task() instanceof LessonTask.Satisfy satisfy
                && !satisfy.broken().isEmpty()) {
            blocks.add(new LessonStep.Demonstration(satisfy.broken()));
        } else if (step.task() instanceof LessonTask.Choose choose) {
            String options = IntStream.range(0, choose.options().size())
                    .mapToObj(i -> (i + 1) + ". " + choose.options().get(i).text())
                    .collect(Collectors.joining("\n"));
            blocks.add(new LessonStep.Prose(options));
        } else if (step.task() instanceof LessonTask.Predict predict) {
            if (!predict.code().isEmpty()) {
                blocks.add(new LessonStep.Listing(predict.code()));
            }
            blocks.add(new LessonStep.Prose("What will `" + predict.expression() + "` be"
                    + (predict.code().isEmpty() ? "?" : " then?")));
        }
        return blocks;
    }

    /**
     * Returns a sentence that says what the learner has to do.
     *
     * @param shown whether the answer has been shown
     */
    static String reminder(LessonStep step, boolean shown) {
        if (step.task() instanceof LessonTask.Predict predict) {
            if (shown) {
                return "Type next to continue.";
            }
            return "What will `" + predict.expression() + "` be?";
        }
        if (step.task() instanceof LessonTask.Choose choose) {
            return "Type a number from 1 to " + choose.options().size() + ".";
        }
        if (step.task() instanceof LessonTask.Read) {
            return "Enter continues.";
        }
        if (step.task() instanceof LessonTask.Reflect) {
            return "Enter shows the answer.";
        }
        String prose = step.before().stream()
                .filter(LessonStep.Prose.class::isInstance)
                .map(block -> ((LessonStep.Prose) block).markdown())
                .reduce("", (first, second) -> second);
        String[] sentences = prose.strip().split(SENTENCE_END, -1);
        return sentences[sentences.length - 1].replaceAll("\\s+", " ").replaceFirst(":$", ".");
    }
}
