package io.github.microgradj.command.basic;

import io.github.microgradj.command.Command;
import io.github.microgradj.command.CommandContext;
import io.github.microgradj.command.UserError;
import io.github.microgradj.report.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(name = "classpath", description = "Show the class path, or add jars or folders of classes to it.")
public final class ClasspathCommand extends Command {
    @Parameters(paramLabel = "JAR", description = "A jar, or a folder of classes.")
    private List<Path> entries = List.of();

    @Override
    public CommandGroup group() {
        return CommandGroup.FILES;
    }

    @Override
    public boolean isRepeated() {
        return true;
    }

    @Override
    public Outcome run(CommandContext context) throws UserError {
        List<Path> added = new ArrayList<>();
        for (Path entry : entries) {
            added.add(checked(entry));
        }
        added.forEach(context.session()::addToClasspath);
        if (entries.isEmpty()) {
            context.session().classpath().forEach(entry -> context.printer().line(entry.toString()));
        }
        return Outcome.SUCCESS;
    }

    private static Path checked(Path entry) throws UserError {
        if (!Files.exists(entry)) {
            throw new UserError("there is no file " + entry);
        }
        if (!Files.isDirectory(entry) && !entry.toString().endsWith(".jar")) {
            throw new UserError("expected a jar or a folder of classes, got " + entry);
        }
        return entry.toAbsolutePath();
    }
}
