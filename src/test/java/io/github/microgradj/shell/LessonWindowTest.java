package io.github.microgradj.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.command.RunMode;
import io.github.microgradj.learn.Lesson;
import io.github.microgradj.learn.LessonList;
import io.github.microgradj.learn.LessonStep;
import io.github.microgradj.learn.LessonTask;
import io.github.microgradj.output.Markdown;
import io.github.microgradj.output.Printer;
import io.github.microgradj.output.Theme;
import io.github.microgradj.session.Session;
import io.github.microgradj.text.TextWidth;
import io.github.microgradj.viz.terminal.ColorLevel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests of lessons in narrow windows. */
class LessonWindowTest extends LearningSessions {
    /** Texts and pictures only: {@link LessonsTest} plays the lessons. */
    @Test
    void everyLessonFitsAWindowOf40ColumnsWithoutColours() {
        columns = 40;
        Session session = session(true);
        Printer printer = new Printer(out, out, true, ColorLevel.NONE, Theme.NONE);
        printer.setWidth(() -> columns);
        for (Lesson lesson : LessonList.bundled().lessons()) {
            for (LessonStep step : lesson.steps()) {
                bytes.reset();
                for (String text : texts(step)) {
                    printer.line(Markdown.text(text.replaceAll("\\{\\{.*?}}", "0.25"), printer));
                }
                List<String> pictures = pictures(step);
                if (!pictures.isEmpty()) {
                    session.run(step.setup(), "", RunMode.SCRIPT);
                    pictures.forEach(picture -> session.run(picture, "", RunMode.INTERACTIVE));
                }
                assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                        .as("%s: %s", lesson.name(), step.title())
                        .doesNotContain("error")
                        .filteredOn(line -> line.strip().contains(" ") && !line.matches("`[^`]+`[.,:]?"))
                        .isNotEmpty()
                        .allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(40))
                        .noneMatch(line -> line.contains("\033"));
            }
        }
        assertThat(type(session, ":learn").lines())
                .allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(40));
    }

    /** Returns all prose of a step. */
    private static List<String> texts(LessonStep step) {
        List<String> texts = new ArrayList<>(List.of(step.title()));
        Stream.concat(step.before().stream(), step.after().stream())
                .filter(LessonStep.Prose.class::isInstance)
                .forEach(block -> texts.add(((LessonStep.Prose) block).markdown()));
        step.hints().forEach(hint -> texts.add("Hint: " + hint.text()));
        if (step.task() instanceof LessonTask.Choose choose) {
            choose.options().forEach(option -> texts.addAll(List.of("1. " + option.text(), option.reply())));
        }
        return texts;
    }

    /** Returns the commands that draw something in a step, such as {@code :graph L}. */
    private static List<String> pictures(LessonStep step) {
        return Stream.concat(step.before().stream(), step.after().stream())
                .filter(LessonStep.Demonstration.class::isInstance)
                .map(block -> ((LessonStep.Demonstration) block).code())
                .filter(code -> code.matches(":(?:graph|plot|descend) .*"))
                .toList();
    }
}
