package io.github.microgradj.command.learning;

import io.github.microgradj.command.Command;
import io.github.microgradj.command.CommandContext;
import io.github.microgradj.command.InputGuide;
import io.github.microgradj.command.UserError;
import io.github.microgradj.io.FileFault;
import io.github.microgradj.learn.Lesson;
import io.github.microgradj.learn.LessonException;
import io.github.microgradj.learn.LessonList;
import io.github.microgradj.learn.LessonProgress;
import io.github.microgradj.learn.LessonProgress.Position;
import io.github.microgradj.output.Printer;
import io.github.microgradj.output.Printer.Style;
import io.github.microgradj.output.Progress;
import io.github.microgradj.report.Outcome;
import io.github.microgradj.text.DidYouMean;
import io.github.microgradj.text.TextWidth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "learn",
        sortOptions = false,
        description = {
            "Learn how a network learns, in lessons at this prompt.",
            "Without an argument, lists the lessons. A lesson continues where you left off. While it runs, the prompt"
                    + " works as usual, and these words, each alone on a line, control the lesson: next, back, hint,"
                    + " show (an answer), skip, play (without being judged) and quit."
        })
public final class LearnCommand extends Command {
    private final Path progressFile;
    private final AtomicReference<@Nullable InputGuide> running;
    private final Function<Printer, CommandContext> sessions;

    @Parameters(
            arity = "0..1",
            paramLabel = "LESSON",
            description = "The number or name of a lesson, a Markdown file, or a folder of Markdown files.")
    private Optional<String> wanted = Optional.empty();

    @Option(names = "--reset", description = "Forget the progress in LESSON, or in all lessons.")
    private boolean reset;

    @Option(
            names = "--check",
            description = "Check the lesson in a Markdown file: try all its answers, and list what is wrong.")
    private boolean check;

    /**
     * Creates the command.
     *
     * @param progressFile the file that stores the user's progress in each lesson
     * @param running holds the running lesson; all instances of this command share it
     * @param sessions creates a session with the given printer, to check a lesson
     */
    public LearnCommand(
            Path progressFile,
            AtomicReference<@Nullable InputGuide> running,
            Function<Printer, CommandContext> sessions) {
        this.progressFile = progressFile;
        this.running = running;
        this.sessions = sessions;
    }

    @Override
    public CommandGroup group() {
        return CommandGroup.FIRST;
    }

    @Override
    public List<String> candidates(CommandContext context, List<String> before) {
        return LessonList.bundled().lessons().stream().map(Lesson::name).toList();
    }

    @Override
    public Outcome run(CommandContext context) throws UserError {
        if (wanted.isPresent() && running.get() instanceof LessonRun lesson && LessonRun.WORDS.contains(wanted.get())) {
            lesson.obey(wanted.get());
            return Outcome.SUCCESS;
        }
        LessonList list = list(context);
        if (check) {
            return checked(list, context);
        }
        if (!list.faults().isEmpty()) {
            list.faults().forEach(context.printer()::note);
            if (list.lessons().isEmpty()) {
                throw new UserError("there is no lesson in " + list.folder() + " that can be read");
            }
        }
        if (reset) {
            return forgotten(list, context.printer());
        }
        if (wanted.isEmpty() || (isFile(context) && list.lessons().size() > 1)) {
            context.printer().page(new LessonTable(list, positions(context.printer())).text(context.printer()));
            return Outcome.SUCCESS;
        }
        if (!context.printer().isTerminal() || !context.session().isInteractive()) {
            throw new UserError("a lesson needs a person at a prompt, not a script or a pipe; start the shell without a"
                    + " script, and type :learn " + wanted.get());
        }
        start(list, find(list), context);
        return Outcome.SUCCESS;
    }

    private boolean isFile(CommandContext context) {
        String name = wanted.orElse("");
        return !name.isEmpty()
                && (name.endsWith(".md")
                        || name.contains("/")
                        || Files.isDirectory(context.commands().path(name)));
    }

    private LessonList list(CommandContext context) throws UserError {
        if (!isFile(context)) {
            if (check) {
                throw new UserError(":learn --check needs a Markdown file, such as lesson.md");
            }
            return LessonList.bundled();
        }
        Path place = context.commands().path(wanted.orElseThrow());
        try {
            LessonList list = LessonList.in(place);
            if (list.lessons().isEmpty() && list.faults().isEmpty()) {
                throw new UserError("the folder " + place + " has no lessons; lessons are files named *.md");
            }
            return list;
        } catch (NoSuchFileException e) {
            throw new UserError("there is no file " + place);
        } catch (IOException e) {
            throw new UserError("cannot read " + place + ": " + FileFault.ofReading(e));
        } catch (LessonException e) {
            throw new UserError(String.valueOf(e.getMessage()));
        }
    }

    private Lesson find(LessonList list) throws UserError {
        String name = wanted.orElseThrow();
        List<Lesson> lessons = list.lessons();
        if (!list.folder().isEmpty()) {
            return lessons.get(0);
        }
        if (name.matches("\\d{1,3}")) {
            int number = Integer.parseInt(name);
            if (number < 1 || number > lessons.size()) {
                throw new UserError("expected a lesson number from 1 to " + lessons.size() + ", got " + number);
            }
            return lessons.get(number - 1);
        }
        List<Lesson> found = lessons.stream()
                .filter(lesson -> lesson.name().startsWith(name))
                .toList();
        Optional<Lesson> exact =
                found.stream().filter(lesson -> lesson.name().equals(name)).findFirst();
        if (exact.isEmpty() && found.size() != 1) {
            List<String> names = lessons.stream().map(Lesson::name).toList();
            throw new UserError(
                    "there is no lesson " + name + DidYouMean.didYouMean(name, names) + " (:learn lists the lessons)");
        }
        return exact.orElseGet(() -> found.get(0));
    }

    private Map<String, Position> positions(Printer printer) {
        try {
            return new LessonProgress(progressFile).read();
        } catch (IOException e) {
            printer.note("your progress is unknown: cannot read " + progressFile + ": " + FileFault.ofReading(e));
            return Map.of();
        }
    }

    private void start(LessonList list, Lesson lesson, CommandContext context) {
        if (running.get() instanceof LessonRun other) {
            other.stop(false);
        }
        String key = list.key(lesson);
        Position position = positions(context.printer()).getOrDefault(key, new Position(0, false));
        String typed = wanted.orElseThrow();
        String name = list.folder().isEmpty() ? lesson.name() : typed.contains(" ") ? '"' + typed + '"' : typed;
        LessonRun run = new LessonRun(context, lesson, name, new ProgressKeeper(list, lesson, context.printer()));
        running.set(run);
        run.begin(position.step() < lesson.steps().size() ? position.step() : 0);
    }

    private Outcome forgotten(LessonList list, Printer printer) throws UserError {
        Set<String> keys = wanted.isPresent()
                        && !(list.lessons().size() > 1 && !list.folder().isEmpty())
                ? Set.of(list.key(find(list)))
                : list.lessons().stream().map(list::key).collect(Collectors.toSet());
        try {
            new LessonProgress(progressFile).forget(keys);
        } catch (IOException e) {
            throw new UserError("cannot write " + progressFile + ": " + FileFault.ofWriting(e));
        }
        printer.note(
                "the progress in " + (keys.size() == 1 ? "the lesson" : keys.size() + " lessons") + " is forgotten");
        return Outcome.SUCCESS;
    }

    private Outcome checked(LessonList list, CommandContext context) throws UserError {
        Printer printer = context.printer();
        list.faults().forEach(fault -> printFault(fault, printer));
        int faults = list.faults().size();
        for (Lesson lesson : list.lessons()) {
            Progress progress = Progress.start(printer, "checking " + lesson.name());
            LessonCheck author = new LessonCheck(sessions, lesson);
            List<String> found;
            try {
                found = context.evaluator().stoppable(author::faults);
            } finally {
                progress.end();
                author.close();
            }
            found.forEach(fault -> printFault(fault, printer));
            author.notes().forEach(printer::note);
            faults += found.size();
            if (found.isEmpty()) {
                printer.line(
                        Style.GOOD, lesson.name() + ": all " + lesson.steps().size() + " steps pass");
            }
        }
        return faults == 0
                ? Outcome.SUCCESS
                : new Outcome.Failure(
                        faults + (faults == 1 ? " fault" : " faults") + "; docs/lessons.md describes the format");
    }

    private static void printFault(String fault, Printer printer) {
        printer.line(printer.isTerminal() ? TextWidth.wrapped(fault, printer.columns()) : fault);
    }

    /** A listener that writes the progress to the file, and names the next lesson at the end. */
    private final class ProgressKeeper implements LessonRun.LessonListener {
        private final LessonProgress progress = new LessonProgress(progressFile);
        private final LessonList list;
        private final Lesson lesson;
        private final Printer printer;
        private boolean faulty;

        ProgressKeeper(LessonList list, Lesson lesson, Printer printer) {
            this.list = list;
            this.lesson = lesson;
            this.printer = printer;
        }

        @Override
        public void reached(int step) {
            keep(() -> progress.reach(list.key(lesson), step));
        }

        @Override
        public void ended(boolean finished) {
            running.set(null);
            if (finished) {
                keep(() -> progress.finish(list.key(lesson)));
                int next = list.lessons().indexOf(lesson) + 1;
                Stream.of(next)
                        .filter(i ->
                                list.folder().isEmpty() && i < list.lessons().size())
                        .forEach(i -> printer.note("next: :learn " + (i + 1) + "  "
                                + list.lessons().get(i).title()));
            }
        }

        private void keep(Writing writing) {
            try {
                writing.write();
            } catch (IOException e) {
                if (!faulty) {
                    printer.note("your progress is not being saved: cannot write " + progressFile + ": "
                            + FileFault.ofWriting(e));
                    faulty = true;
                }
            }
        }
    }

    private interface Writing {
        void write() throws IOException;
    }
}
