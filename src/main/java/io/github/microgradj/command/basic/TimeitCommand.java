package io.github.microgradj.command.basic;

import io.github.microgradj.command.Command;
import io.github.microgradj.command.CommandContext;
import io.github.microgradj.command.UserError;
import io.github.microgradj.output.Printer;
import io.github.microgradj.report.Outcome;
import io.github.microgradj.snippet.runtime.ZeroGradGuard;
import java.util.Objects;
import java.util.function.IntConsumer;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "timeit",
        description = {
            "Measure how long code takes and how much it allocates.",
            "The code is warmed up and then run in a compiled loop. Reports the median, the fastest and the slowest"
                    + " time."
        })
public final class TimeitCommand extends Command {
    private static final long QUIET_NANOS = 1_000_000_000;

    @Option(names = "--once", description = "Run the code once, without warming up.")
    private boolean once;

    @Parameters(paramLabel = "CODE", description = "An expression or a statement, such as a * b + b**3.")
    private String code;

    @Override
    public Argument argument() {
        return Argument.EXPRESSION;
    }

    @Override
    public CommandGroup group() {
        return CommandGroup.EXPRESSIONS;
    }

    @Override
    public Outcome run(CommandContext context) throws UserError {
        Blackhole.Loop loop = loop(context);
        ZeroGradGuard.beginSnippet(null); // Disables hints, which would be about one of millions of executions.
        try {
            Timing timing = context.evaluator()
                    .stoppable(() -> once ? Timing.once(loop) : Timing.measure(loop, progress(context.printer())));
            context.printer().line(timing.toString());
            return Outcome.SUCCESS;
        } finally {
            Blackhole.clear();
        }
    }

    /**
     * Returns the loop to measure. The value of an expression is consumed; a statement or a call to a void method runs
     * unchanged.
     */
    private Blackhole.Loop loop(CommandContext context) throws UserError {
        try {
            return loop(context, "io.github.microgradj.command.basic.Blackhole.take(" + code + "\n);");
        } catch (UserError asExpression) {
            if (asExpression.isStop()) {
                throw asExpression;
            }
            try {
                return loop(context, code + "\n;");
            } catch (UserError asStatement) {
                throw asExpression;
            }
        }
    }

    private static Blackhole.Loop loop(CommandContext context, String body) throws UserError {
        Object loop = context.evaluator()
                .value("(io.github.microgradj.command.basic.Blackhole.Loop) $times -> {"
                        + " for (long $time = 0; $time < $times; $time++) { " + body + " } }");
        return (Blackhole.Loop) Objects.requireNonNull(loop);
    }

    /** Returns a listener that shows the number of the current run, starting after one second. */
    private static IntConsumer progress(Printer printer) {
        long start = System.nanoTime();
        return run -> {
            if (printer.isTerminal() && System.nanoTime() - start > QUIET_NANOS) {
                printer.raw("\rtiming, run " + run + "\r");
            }
        };
    }
}
