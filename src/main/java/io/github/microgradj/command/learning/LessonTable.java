package io.github.microgradj.command.learning;

import io.github.microgradj.learn.Lesson;
import io.github.microgradj.learn.LessonList;
import io.github.microgradj.learn.LessonProgress.Position;
import io.github.microgradj.output.Printer;
import io.github.microgradj.output.Printer.Style;
import io.github.microgradj.output.TextTable;
import io.github.microgradj.text.TextWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A table of the lessons, grouped by part, with the duration of each lesson or the learner's progress in it.
 *
 * @param positions the learner's position in each lesson, by the lesson's key
 */
record LessonTable(LessonList list, Map<String, Position> positions) {
    private static final Map<Integer, String> PARTS =
            Map.of(1, "1. Numbers that remember", 2, "2. A network", 3, "3. Learning", 4, "4. Broken networks");

    /** The minimum number of columns at which the table has titles. */
    private static final int NARROW = 60;

    String text(Printer printer) {
        boolean narrow = printer.columns() < NARROW;
        List<String> parts = new ArrayList<>();
        List<Integer> numbers =
                list.lessons().stream().map(Lesson::part).distinct().sorted().toList();
        for (int part : numbers) {
            TextTable table = narrow
                    ? new TextTable(Style.DIM, Style.NAME, Style.DIM)
                    : new TextTable(Style.DIM, Style.NAME, Style.DIM, Style.PLAIN).ofProse();
            for (Lesson lesson : list.lessons()) {
                if (lesson.part() == part) {
                    String number = String.format("%3d", list.lessons().indexOf(lesson) + 1);
                    if (narrow) {
                        table.row(number, lesson.name(), progress(lesson));
                    } else {
                        table.row(number, lesson.name(), progress(lesson), lesson.title());
                    }
                }
            }
            String title = list.folder().isEmpty() ? PARTS.getOrDefault(part, "Part " + part) : "";
            parts.add((title.isEmpty() ? "" : printer.styled(Style.BOLD, title) + "\n") + table.text(printer));
        }
        return String.join("\n\n", parts) + "\n\n" + TextWidth.wrapped(advice(), printer.columns());
    }

    private String progress(Lesson lesson) {
        Position position = position(lesson);
        if (position.step() > 0) {
            return "step " + (position.step() + 1) + "/" + lesson.steps().size();
        }
        return position.done() ? "done" : lesson.minutes() + " min";
    }

    private Position position(Lesson lesson) {
        return positions.getOrDefault(list.key(lesson), new Position(0, false));
    }

    private String advice() {
        if (!list.folder().isEmpty()) {
            return list.lessons().stream()
                    .limit(1)
                    .map(lesson -> ":learn FILE starts a lesson, such as :learn " + list.folder() + "/...")
                    .collect(Collectors.joining());
        }
        Lesson next = list.lessons().stream()
                .filter(lesson -> position(lesson).step() > 0)
                .findFirst()
                .or(() -> list.lessons().stream()
                        .filter(lesson -> !position(lesson).done())
                        .findFirst())
                .orElse(list.lessons().get(0));
        return ":learn " + (list.lessons().indexOf(next) + 1) + " starts or continues a lesson: " + next.title() + ".";
    }
}
