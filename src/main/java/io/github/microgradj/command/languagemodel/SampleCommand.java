package io.github.microgradj.command.languagemodel;

import io.github.microgradj.command.Command;
import io.github.microgradj.command.CommandContext;
import io.github.microgradj.command.UserError;
import io.github.microgradj.command.VariableNames;
import io.github.microgradj.languagemodel.LanguageModel;
import io.github.microgradj.random.PythonRandom;
import io.github.microgradj.report.Outcome;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "sample",
        sortOptions = false,
        description = {
            "Print text sampled from a language model.",
            "After :train names, :sample prints 20 new names. model.sample() returns one."
        })
public final class SampleCommand extends Command {
    private static final int MOST = 1_000_000;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "MODEL",
            completionCandidates = VariableNames.class,
            defaultValue = "model",
            description = "The variable that holds the model (default ${DEFAULT-VALUE}).")
    private String model;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "20",
            description = "Number of samples (default ${DEFAULT-VALUE}).")
    private int count;

    @Option(
            names = "--temperature",
            paramLabel = "T",
            defaultValue = "" + LanguageModel.TEMPERATURE,
            description = "Randomness of the samples: 1 draws letters with the model's probabilities; a lower value"
                    + " favours the most probable ones (default ${DEFAULT-VALUE}).")
    private double temperature;

    @Option(
            names = "--start",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "The first letters of each sample.")
    private String start;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed for the samples (default: continue the session's random numbers).")
    private Optional<Long> seed;

    @Override
    public CommandGroup group() {
        return CommandGroup.FIRST;
    }

    @Override
    public Outcome run(CommandContext context) throws UserError {
        if (model.equals("model") && context.evaluator().engine().valueOf(model).isEmpty()) {
            throw new UserError("there is no model to sample from; type :train names to train one");
        }
        if (context.evaluator()
                .engine()
                .valueOf(model)
                .filter(value -> !(value instanceof LanguageModel))
                .isPresent()) {
            throw new UserError(model + " is not a language model; type :train names to train one");
        }
        LanguageModel writer = context.evaluator().variable(model, LanguageModel.class);
        if (count < 1 || count > MOST) {
            throw new UserError("--count must be a whole number from 1 to " + MOST + ", got " + count);
        }
        PythonRandom random = seed.map(PythonRandom::new).orElse(PythonRandom.shared());
        for (int i = 0; i < count; i++) {
            context.printer().line(context.evaluator().stoppable(() -> writer.sample(random, temperature, start)));
        }
        return Outcome.SUCCESS;
    }
}
