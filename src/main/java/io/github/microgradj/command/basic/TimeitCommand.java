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
            "Measure how long code takes, and what it allocates.",
            "It is warmed up, then run in a compiled loop: the median is shown, and the fastest and the slowest run."
        })
public final class TimeitCommand extends Command {
    private static final long QUIET_NANOS = 1_000_000_000;

    @Option(names = "--once", description = "Run it once, without warming up.")
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
        ZeroGradGuard.beginSnippet(null); // a hint would be for one execution in millions
        try {
            Timing timing = context.evaluator()
                    .stoppable(() -> once ? Timing.once(loop) : Timing.measure(loop, progress(context.printer())));
            context.printer().line(timing.toString());
            return Outcome.SUCCESS;
        } finally {
            Blackhole.clear();
        }
    }

    /** An expression's value is taken; what has none, a call of a void method or a statement, is run as it stands. */
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

    /** From the first second on a person sees that it goes on. */
    private static IntConsumer progress(Printer printer) {
        long start = System.nanoTime();
        return run -> {
            if (printer.isTerminal() && System.nanoTime() - start > QUIET_NANOS) {
                printer.raw("\rtiming, run " + run + "\r");
            }
        };
    }
}
