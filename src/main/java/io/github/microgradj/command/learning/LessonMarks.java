package io.github.microgradj.command.learning;

import io.github.microgradj.learn.LessonStep;
import io.github.microgradj.learn.LessonStep.Prose;
import io.github.microgradj.learn.LessonTask;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A check of the marks in the text of a step: each backquote, ** and opening brace needs its partner. */
record LessonMarks(LessonStep step) {
    List<String> faults() {
        return texts().flatMap(text -> Stream.of(text.split("\n\\s*\n", -1)))
                .flatMap(paragraph -> faults(paragraph).stream())
                .toList();
    }

    private Stream<String> texts() {
        List<String> texts = new ArrayList<>();
        Stream.concat(step.before().stream(), step.after().stream())
                .filter(Prose.class::isInstance)
                .forEach(block -> texts.add(((Prose) block).markdown()));
        step.hints().forEach(hint -> texts.add(hint.text()));
        if (step.task() instanceof LessonTask.Choose choose) {
            choose.options().forEach(option -> texts.addAll(List.of(option.text(), option.reply())));
        } else if (step.task() instanceof LessonTask.Reflect) {
            texts.add(step.answer());
        }
        return texts.stream();
    }

    private static List<String> faults(String paragraph) {
        List<String> faults = new ArrayList<>();
        String text = paragraph.replaceAll("\\{\\{.*?}}", "");
        if (text.contains("{{")) {
            faults.add("an expression that begins with {{ must end with }} on the same line: " + from(text, "{{"));
        }
        if (text.chars().filter(c -> c == '`').count() % 2 != 0) {
            faults.add("a backquote has no partner: " + from(text, "`"));
        }
        String prose = text.replaceAll("`[^`]*`", "");
        if (prose.split("\\*\\*", -1).length % 2 == 0) {
            faults.add("** has no partner: " + from(prose, "**"));
        }
        return faults;
    }

    /** Returns the part of the paragraph that begins with its last mark. */
    private static String from(String text, String mark) {
        return text.substring(text.lastIndexOf(mark)).replaceAll("\\s+", " ");
    }
}
