package io.github.microgradj.learn;

import io.github.microgradj.learn.LessonStep.Hint;
import io.github.microgradj.learn.LessonStep.Trial;
import io.github.microgradj.text.DidYouMean;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A parser of lessons in Markdown. {@code docs/lessons.md} describes the format. */
public final class LessonParser {
    private static final Pattern FENCE = Pattern.compile("```+\\s*(.*)");
    private static final Pattern HEADER = Pattern.compile("([a-z]+):\\s*(.*)");
    private static final Pattern OPTION = Pattern.compile("[-*] \\[([ xX])]\\s+(.*)");
    private static final String REPLY = "=>";
    private static final int MINUTES = 10;

    private final String file;
    private final List<String> lines;
    private final List<LessonStep> steps = new ArrayList<>();
    private String title = "";
    private int part;
    private int minutes = MINUTES;
    private List<String> needs = List.of();
    private int next;

    private LessonParser(String file, String text) {
        this.file = file;
        this.lines = text.lines().map(String::stripTrailing).toList();
    }

    /**
     * Returns the lesson in a file.
     *
     * @param name the name of the lesson
     * @param file the name of the file, for error messages
     * @throws LessonException if the text is not a lesson
     */
    public static Lesson parse(String name, String file, String text) throws LessonException {
        return new LessonParser(file, text).lesson(name);
    }

    private Lesson lesson(String name) throws LessonException {
        skipBlank();
        if (next == lines.size() || !lines.get(next).startsWith("# ")) {
            throw error(next, "a lesson begins with its title, such as # The chain rule");
        }
        title = lines.get(next++).substring(2).strip();
        skipBlank();
        Matcher header = HEADER.matcher("");
        while (next < lines.size() && header.reset(lines.get(next)).matches()) {
            set(header.group(1), header.group(2));
            next++;
        }
        StepBuilder step = new StepBuilder(next, title);
        while (next < lines.size()) {
            String line = lines.get(next);
            Matcher fence = FENCE.matcher(line);
            if (line.startsWith("## ")) {
                finish(step);
                step = new StepBuilder(next, line.substring(3).strip());
                next++;
            } else if (fence.matches()) {
                block(step, fence.group(1).strip());
            } else if (line.startsWith("# ")) {
                throw error(next, "a lesson has one title; a step begins with ##");
            } else {
                step.prose.append(line).append('\n');
                next++;
            }
        }
        finish(step);
        if (steps.isEmpty()) {
            throw error(next, "the lesson has no steps; a step begins with ##");
        }
        return new Lesson(name, file, title, part, minutes, needs, List.copyOf(steps));
    }

    private void skipBlank() {
        while (next < lines.size() && lines.get(next).isBlank()) {
            next++;
        }
    }

    private void set(String key, String value) throws LessonException {
        switch (key) {
            case "part" -> part = number(key, value);
            case "minutes" -> minutes = number(key, value);
            case "needs" -> needs = List.of(value.strip().split("[,\\s]+", -1));
            default -> {
                List<String> known = List.of("part", "minutes", "needs");
                throw error(
                        next,
                        "expected one of " + String.join(", ", known) + "; got " + key
                                + DidYouMean.didYouMean(key, known));
            }
        }
    }

    private int number(String key, String value) throws LessonException {
        if (!value.matches("[1-9]\\d{0,2}")) {
            throw error(next, key + " must be a whole number from 1 to 999, got " + value);
        }
        return Integer.parseInt(value);
    }

    private void finish(StepBuilder step) throws LessonException {
        if (step.line == 0 || (steps.isEmpty() && step.isEmpty())) {
            return; // There is no text before the first heading.
        }
        steps.add(step.built(file));
    }

    private void block(StepBuilder step, String info) throws LessonException {
        int line = next;
        String fence = lines.get(next).replaceFirst("(`+).*", "$1");
        int end = IntStream.range(next + 1, lines.size())
                .filter(i -> lines.get(i).equals(fence))
                .findFirst()
                .orElseThrow(() -> error(line, "the block is not closed; its last line must be " + fence));
        List<String> content = lines.subList(next + 1, end);
        next = end + 1;
        String kind = info.replaceFirst("^java\\s+", "").replaceFirst("\\s.*", "");
        String rest = info.startsWith("hint ") ? info.substring(5).strip() : "";
        if (kind.isEmpty() || kind.equals("text")) {
            step.show(new LessonStep.Listing(String.join("\n", content)));
            return;
        }
        if (content.stream().allMatch(String::isBlank)) {
            throw error(line, "the block named " + kind + " is empty");
        }
        String code = String.join("\n", content);
        switch (kind) {
            case "setup" -> step.setup.append(code).append('\n');
            case "show", "picture" -> step.show(new LessonStep.Demonstration(code));
            case "try" -> {
                step.show(new LessonStep.Listing(code));
                step.answer = code;
            }
            case "fix" -> step.broken = code;
            case "predict" -> step.task(file, line, predict(content));
            case "check" -> step.check(file, line, content);
            case "choose" -> step.task(file, line, choose(content, line));
            case "hint" -> step.hints.add(new Hint(rest, code));
            case "answer" -> step.answer(file, line, code);
            case "right" -> rightOnes(step, content, line);
            case "wrong" -> wrongOnes(step, content, line);
            case "claim" -> content.stream().filter(each -> !each.isBlank()).forEach(step.claims::add);
            default -> throw unknown(kind, line);
        }
    }

    private LessonException unknown(String kind, int line) {
        List<String> known = List.of(
                "setup", "show", "picture", "try", "fix", "predict", "check", "choose", "hint", "answer", "right",
                "wrong", "claim");
        return error(
                line,
                "there is no block named " + kind + DidYouMean.didYouMean(kind, known) + " (the blocks are "
                        + String.join(", ", known) + ")");
    }

    private static LessonTask.Predict predict(List<String> content) {
        List<String> code = content.stream().filter(each -> !each.isBlank()).toList();
        return new LessonTask.Predict(
                String.join("\n", code.subList(0, code.size() - 1)),
                code.get(code.size() - 1).strip());
    }

    private LessonTask.Choose choose(List<String> content, int line) throws LessonException {
        List<LessonTask.Option> options = new ArrayList<>();
        for (int i = 0; i < content.size(); i++) {
            String each = content.get(i).strip();
            Matcher option = OPTION.matcher(each);
            LessonTask.Option last = options.isEmpty() ? null : options.get(options.size() - 1);
            if (option.matches()) {
                options.add(
                        new LessonTask.Option(option.group(2), !option.group(1).isBlank(), ""));
            } else if (last != null && each.startsWith(REPLY)) {
                String reply = each.substring(REPLY.length()).strip();
                options.set(options.size() - 1, new LessonTask.Option(last.text(), last.right(), reply));
            } else if (last != null && !each.isEmpty()) {
                options.set(
                        options.size() - 1,
                        last.reply().isEmpty()
                                ? new LessonTask.Option(last.text() + " " + each, last.right(), "")
                                : new LessonTask.Option(last.text(), last.right(), last.reply() + " " + each));
            } else if (!each.isEmpty()) {
                throw error(line + 1 + i, "an option begins with - [ ] or, if it is right, - [x]; got " + each);
            }
        }
        if (options.size() < 2
                || options.stream().filter(LessonTask.Option::right).count() != 1) {
            throw error(line, "expected one right option (- [x]) and at least one wrong option (- [ ])");
        }
        return new LessonTask.Choose(List.copyOf(options));
    }

    /** Adds the right answers in a block, which are separated by blank lines. */
    private static void rightOnes(StepBuilder step, List<String> content, int line) {
        StringBuilder input = new StringBuilder();
        for (int i = 0; i <= content.size(); i++) {
            if (i < content.size() && !content.get(i).isBlank()) {
                input.append(input.isEmpty() ? "" : "\n").append(content.get(i));
            } else if (!input.isEmpty()) {
                step.trials.add(new Trial(line + 1 + i, input.toString(), true, ""));
                input.setLength(0);
            }
        }
    }

    /** Adds wrong answers. Each ends with a line of words that its hint must contain. */
    private void wrongOnes(StepBuilder step, List<String> content, int line) throws LessonException {
        StringBuilder input = new StringBuilder();
        for (int i = 0; i < content.size(); i++) {
            String each = content.get(i);
            if (each.startsWith(REPLY)) {
                step.trials.add(new Trial(
                        line + 1 + i,
                        input.toString(),
                        false,
                        each.substring(REPLY.length()).strip()));
                input.setLength(0);
            } else if (!each.isBlank()) {
                input.append(input.isEmpty() ? "" : "\n").append(each);
            }
        }
        if (!input.isEmpty()) {
            throw error(line, "a wrong answer ends with a line such as => words of its hint");
        }
    }

    private LessonException error(int index, String message) {
        return new LessonException(file, index + 1, message);
    }
}
