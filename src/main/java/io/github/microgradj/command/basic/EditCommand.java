package io.github.microgradj.command.basic;

import io.github.microgradj.command.Command;
import io.github.microgradj.command.CommandContext;
import io.github.microgradj.command.RunMode;
import io.github.microgradj.command.TextFile;
import io.github.microgradj.command.UserError;
import io.github.microgradj.io.FileFault;
import io.github.microgradj.io.OperatingSystem;
import io.github.microgradj.report.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "edit",
        description = {
            "Edit a snippet in your editor, and run it.",
            "Uses the editor that the environment variable VISUAL or EDITOR names. Runs the text if you changed it."
        })
public final class EditCommand extends Command {
    private final Map<String, String> environment;
    private final Map<String, String> drafts;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "A variable, method or type, or a number from :history (default: the last snippet).")
    private Optional<String> name;

    /**
     * Creates the command.
     *
     * @param drafts the edited texts that failed, by what was edited; all instances of this command share them
     */
    public EditCommand(Map<String, String> environment, Map<String, String> drafts) {
        this.environment = environment;
        this.drafts = drafts;
    }

    @Override
    public List<String> candidates(CommandContext context, List<String> before) {
        return context.evaluator().engine().declarations().names();
    }

    @Override
    public Outcome run(CommandContext context) throws UserError {
        String key = name.orElse("");
        String before = text(context);
        String after = edited(context, drafts.getOrDefault(key, before));
        drafts.remove(key);
        if (after.isBlank() || after.strip().equals(before.strip())) {
            context.printer().note("nothing changed, so nothing was run");
            return Outcome.SUCCESS;
        }
        int ran = context.history().typed().size();
        Outcome outcome = context.session().run(after, "", RunMode.INTERACTIVE);
        if (context.history().typed().size() == ran) {
            drafts.put(key, after);
            context.printer()
                    .note("your text is kept: :edit" + (key.isEmpty() ? "" : " " + key) + " continues with it");
        }
        return outcome;
    }

    private String text(CommandContext context) throws UserError {
        List<String> history = context.history().typed();
        if (name.isEmpty()) {
            return history.stream()
                    .filter(unit -> !unit.startsWith(":"))
                    .reduce((first, second) -> second)
                    .orElse("");
        }
        if (name.get().matches("\\d{1,9}")) {
            int number = Integer.parseInt(name.get());
            if (number < 1 || number > history.size()) {
                throw new UserError("the history has no entry " + number + "; :history lists the entries");
            }
            return history.get(number - 1);
        }
        return context.evaluator()
                .engine()
                .declarations()
                .source(name.get())
                .map(java -> context.history().written(java).orElse(java))
                .orElseThrow(() -> new UserError(
                        "there is nothing named " + name.get() + " to edit; :vars lists the declared names"));
    }

    private String edited(CommandContext context, String text) throws UserError {
        try {
            Path file = Files.createTempFile("microgradj", ".java");
            try {
                Files.writeString(file, text.endsWith("\n") ? text : text + "\n");
                List<String> command = Stream.concat(editor().stream(), Stream.of(file.toString()))
                        .toList();
                int status = ExternalProcess.run(context, command);
                if (status != 0) {
                    throw new UserError(editor().get(0) + " ended with status " + status + ", so nothing was run");
                }
                return TextFile.read(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UserError("cannot edit: " + FileFault.ofWriting(e));
        }
    }

    private List<String> editor() {
        String editor = Stream.of("VISUAL", "EDITOR")
                .map(each -> environment.getOrDefault(each, ""))
                .filter(each -> !each.isBlank())
                .findFirst()
                .orElse(OperatingSystem.isWindows() ? "notepad" : "vi");
        return List.of(editor.strip().split("\\s+"));
    }
}
