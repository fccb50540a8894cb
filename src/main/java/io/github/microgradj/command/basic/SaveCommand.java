package io.github.microgradj.command.basic;

import io.github.microgradj.command.Command;
import io.github.microgradj.command.CommandContext;
import io.github.microgradj.command.CommandWords;
import io.github.microgradj.command.PictureCommand;
import io.github.microgradj.command.UserError;
import io.github.microgradj.editor.text.Highlighter;
import io.github.microgradj.export.ExportFormat;
import io.github.microgradj.io.AtomicFile;
import io.github.microgradj.io.FileFault;
import io.github.microgradj.notebook.Notebook;
import io.github.microgradj.notebook.NotebookPage;
import io.github.microgradj.notebook.NotebookWriter;
import io.github.microgradj.report.Outcome;
import io.github.microgradj.text.TextWidth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.SourceVersion;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "save",
        description = {
            "Write this session to a file: a script, a notebook, a page, or a Java class.",
            "The file contains what ran without an error, except commands that only show something, such as :vars.",
            "The file's extension selects the format: ipynb for a notebook and html for a page, which also contain what"
                    + " was printed and drawn; anything else is a script. :export writes the trained network."
        })
public final class SaveCommand extends Command {
    @Option(
            names = "--java",
            description = "Write a Java class with a main method; Python code and operators on Values are translated.")
    private boolean java;

    @Option(names = "--force", description = "Overwrite an existing file.")
    private boolean force;

    @Parameters(
            paramLabel = "FILE",
            description = "The file to write, such as lesson.jsh, lesson.ipynb, lesson.html or Lesson.java.")
    private Path file;

    @Override
    public CommandGroup group() {
        return CommandGroup.FILES;
    }

    @Override
    public Outcome run(CommandContext context) throws UserError {
        Optional<ExportFormat> network = ExportFormat.find(file);
        if (network.isPresent() && !java) {
            throw new UserError(":save writes the session; to write the network, type :export " + file
                    + (network.get() == ExportFormat.JAVA
                            ? "; to write the session as Java, type :save --java " + file
                            : ""));
        }
        if (Files.exists(file) && !force) {
            throw new UserError(file + " exists; --force overwrites it");
        }
        String text = text(context);
        try {
            AtomicFile.write(file, text);
        } catch (IOException e) {
            throw new UserError("cannot write " + file + ": " + FileFault.ofWriting(e));
        }
        context.printer().note("wrote " + file);
        tell(context, "left out, because it did not finish: ", context.history().unfinished());
        if (java) {
            tell(
                    context,
                    "written as a comment, because only the shell can run it: ",
                    context.history().repeatedCommands());
            context.evaluator().engine().declarations().waiting().forEach(each -> context.printer()
                    .note(each + "; without it, " + file + " does not compile"));
        }
        return Outcome.SUCCESS;
    }

    private String text(CommandContext context) throws UserError {
        String name = file.getFileName().toString();
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        boolean page = extension.equals("html") || extension.equals("htm");
        if (java && (page || extension.equals("ipynb"))) {
            throw new UserError("--java writes a Java class, such as Lesson.java; got " + file);
        }
        if (java) {
            return context.history().program(className(file));
        }
        if (!page && !extension.equals("ipynb")) {
            return String.join("\n", context.history().script()) + "\n";
        }
        Notebook notebook = PictureCommand.drawing(context, context.history()::notebook);
        return page
                ? NotebookPage.html(
                        notebook,
                        name.substring(0, name.lastIndexOf('.')),
                        new Highlighter(new CommandWords(context.commands())))
                : NotebookWriter.json(notebook);
    }

    private static void tell(CommandContext context, String what, List<String> texts) {
        if (!texts.isEmpty()) {
            String first = TextWidth.cut(texts.get(0).strip().replaceAll("\\s+", " "), 60);
            context.printer().note(what + first + (texts.size() == 1 ? "" : ", and " + (texts.size() - 1) + " more"));
        }
    }

    private static String className(Path file) throws UserError {
        String name = file.getFileName().toString().replaceFirst("\\.java$", "");
        if (!SourceVersion.isName(name)) {
            throw new UserError("expected a class name followed by .java, such as Lesson.java; got " + file);
        }
        return name;
    }
}
