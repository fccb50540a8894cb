package io.github.microgradj.command.training;

import io.github.microgradj.command.Command;
import io.github.microgradj.command.CommandContext;
import io.github.microgradj.command.UserError;
import io.github.microgradj.export.ExportFormat;
import io.github.microgradj.export.ExportFormat.Precision;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.report.Outcome;
import io.github.microgradj.train.TrainingRun;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "export",
        sortOptions = false,
        description = {
            "Export a network for other programs.",
            "The file's extension selects the format:",
            "  .onnx         to predict in another language, with ONNX Runtime",
            "  .java         to predict in Java: a class without dependencies; same results bit for bit",
            "  .py           to continue training, on one or many machines: a PyTorch program",
            "  .safetensors  for the weights alone; MLP.load reads them",
            "  .svg, .png    for a picture; .dot for one that Graphviz draws"
        })
public final class ExportCommand extends Command {
    private final AtomicReference<@Nullable TrainingRun> lastRun;

    @Parameters(
            arity = "1..2",
            paramLabel = "[MODEL] FILE",
            hideParamSyntax = true,
            description = "The variable that holds the network (default model), and the file.")
    private List<String> arguments;

    @Option(names = "--float", description = "Write 32-bit numbers (default for .onnx; also for .safetensors).")
    private boolean isSingle;

    @Option(names = "--double", description = "Write 64-bit numbers (default for all formats but .onnx).")
    private boolean isDouble;

    /**
     * Creates the command.
     *
     * @param lastRun the last training run of the session, which an exported PyTorch program can repeat
     */
    public ExportCommand(AtomicReference<@Nullable TrainingRun> lastRun) {
        this.lastRun = lastRun;
    }

    @Override
    public CommandGroup group() {
        return CommandGroup.FIRST;
    }

    @Override
    public Outcome run(CommandContext context) throws UserError {
        if (isSingle && isDouble) {
            throw new UserError("expected either --float or --double, got both");
        }
        Path file = Path.of(arguments.get(arguments.size() - 1));
        ExportFormat format = ExportFormat.of(file);
        MLP model = context.evaluator().variable(arguments.size() == 1 ? "model" : arguments.get(0), MLP.class);
        Precision precision = isSingle ? Precision.SINGLE : isDouble ? Precision.DOUBLE : format.precision();
        TrainingRun run = lastRun.get();
        List<Path> written =
                run != null && run.model() == model ? run.export(file, precision) : model.export(file, precision);
        context.printer().line("wrote " + written.stream().map(Path::toString).collect(Collectors.joining(" and ")));
        return Outcome.SUCCESS;
    }
}
