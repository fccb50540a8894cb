package io.github.microgradj.compile.sequence;

import io.github.microgradj.compile.kernel.Kernels;
import io.github.microgradj.engine.Index;
import io.github.microgradj.engine.Value;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** A function of indices, compiled. */
public final class CompiledSequence {
    private final Value[] parameters;
    private final Map<Value, Integer> numbers = new IdentityHashMap<>();
    private final Loss function;
    private final Kernels kernels;
    private final Map<Integer, SequenceProgram> programs = new HashMap<>();
    private final double[] data;
    private final double[] grads;

    /** The loss of a sequence. */
    @FunctionalInterface
    public interface Loss {
        /** Returns the loss as a graph. */
        Value of(Index[] sequence);
    }

    /** A rule that updates the parameters. */
    @FunctionalInterface
    public interface Update {
        /** Updates the parameters, given the gradients. */
        void step(double[] data, double[] grads);
    }

    CompiledSequence(List<Value> parameters, Loss function, Kernels kernels) {
        this.parameters = parameters.stream().distinct().toArray(Value[]::new);
        this.function = function;
        this.kernels = kernels;
        for (int i = 0; i < this.parameters.length; i++) {
            numbers.put(this.parameters[i], i);
        }
        data = new double[this.parameters.length];
        grads = new double[this.parameters.length];
    }

    /** Compiles a loss. */
    public static CompiledSequence of(List<Value> parameters, Loss loss) {
        return new CompiledSequence(parameters, loss, Kernels.BEST);
    }

    private SequenceProgram program(int[] sequence) {
        return programs.computeIfAbsent(sequence.length, length -> new SequencePlanner(
                        new SequenceTrace(numbers, function, sequence), parameters.length)
                .plan(parameters.length, kernels));
    }

    /** Sets the gradients of the mean loss over the sequences, and returns the mean loss. */
    public double gradients(int[]... sequences) {
        double loss = run(sequences);
        for (int i = 0; i < parameters.length; i++) {
            parameters[i].grad = grads[i];
        }
        return loss;
    }

    /** Takes one step. */
    public double step(Update update, int[]... sequences) {
        double loss = run(sequences);
        update.step(data, grads);
        for (int i = 0; i < parameters.length; i++) {
            Value parameter = parameters[i];
            parameter.data = data[i];
            parameter.grad = grads[i];
        }
        return loss;
    }

    private double run(int[][] sequences) {
        for (int i = 0; i < parameters.length; i++) {
            data[i] = parameters[i].data;
        }
        Arrays.fill(grads, 0);
        double sum = 0;
        for (int[] sequence : sequences) {
            SequenceProgram program = program(sequence);
            sum += program.forward(data, sequence);
            program.backward(grads, 1.0 / sequences.length);
        }
        return sum * (1.0 / sequences.length);
    }
}
