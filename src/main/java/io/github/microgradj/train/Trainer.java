package io.github.microgradj.train;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.optim.LearningRate;
import io.github.microgradj.optim.Optimizer;
import io.github.microgradj.optim.Optimizers;
import io.github.microgradj.random.PythonRandom;
import io.github.microgradj.train.TrainingRun.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The training loop for classifiers. */
public final class Trainer {
    private Trainer() {}

    /**
     * Returns the untrained network for the data and the options.
     *
     * @throws IllegalArgumentException if the loss does not fit the data
     */
    public static MLP model(Dataset data, TrainingOptions options) {
        int outputs = options.loss().orElse(Loss.suiting(data)).outputs(data);
        int[] widths = IntStream.concat(options.hidden().stream().mapToInt(width -> width), IntStream.of(outputs))
                .toArray();
        return new MLP(new PythonRandom(options.seed()), options.activation(), data.features(), widths);
    }

    /**
     * Trains a new network.
     *
     * @throws IllegalArgumentException if the loss does not fit the data
     */
    public static TrainingRun train(Dataset data, TrainingOptions options) {
        return train(data, options, epoch -> true);
    }

    /**
     * Trains a new network; the listener is called after each step.
     *
     * @throws IllegalArgumentException if the loss does not fit the data
     */
    public static TrainingRun train(Dataset data, TrainingOptions options, TrainingListener listener) {
        return train(model(data, options), data, options, listener);
    }

    /**
     * Continues training a network; ignores the hidden layers of the options. Stops after a step if the thread was
     * interrupted, if the listener returns false, or if the loss is not finite. The result states the reason.
     *
     * @throws IllegalArgumentException if the network or the loss does not fit the data
     */
    public static TrainingRun train(MLP model, Dataset data, TrainingOptions options, TrainingListener listener) {
        Loss loss = loss(model, data, options);
        Objective objective = options.eager()
                ? new EagerObjective(model, data, loss, options.alpha())
                : new CompiledObjective(model, data, loss, options.alpha());
        Batches batches = new Batches(data.size(), options.batchSize(), options.seed());
        Optimizer optimizer = Optimizers.named(options.optimizer());
        LearningRate learningRate = options.learningRate()
                .orElseGet(() -> Optimizers.learningRate(options.optimizer(), loss.gradientSize(data)));
        List<TrainingStep> history = new ArrayList<>();
        Ending ending = Ending.FINISHED;
        for (int step = 0; step < options.steps() && ending == Ending.FINISHED; step++) {
            Objective.Measure measure = objective.measure(batches.next());
            double rate = learningRate.at(step, options.steps());
            TrainingStep epoch = new TrainingStep(step, measure.loss(), measure.accuracy(), rate);
            history.add(epoch);
            if (Double.isFinite(epoch.loss())) {
                Optimizers.step(optimizer, model.parameters(), rate);
                ending = endingAfter(epoch, listener);
            } else {
                ending = Ending.DIVERGED;
            }
        }
        return new TrainingRun(model, data, options, history, ending);
    }

    private static Ending endingAfter(TrainingStep epoch, TrainingListener listener) {
        boolean goOn = listener.onStep(epoch);
        if (Thread.interrupted()) {
            return Ending.INTERRUPTED;
        }
        return goOn ? Ending.FINISHED : Ending.STOPPED;
    }

    /**
     * Returns the loss to minimise: the one in the options, or else the default for the network and the data.
     *
     * @throws IllegalArgumentException if the network or the loss does not fit the data
     */
    public static Loss loss(MLP model, Dataset data, TrainingOptions options) {
        if (model.inputs() != data.features()) {
            throw new IllegalArgumentException("the model takes " + model.inputs() + " inputs, " + data.name() + " has "
                    + data.features() + " features");
        }
        Loss loss = options.loss().orElseGet(() -> model.outputs() == 1 ? Loss.suiting(data) : Loss.CROSSENTROPY);
        if (model.outputs() != loss.outputs(data)) {
            throw new IllegalArgumentException(loss + " on " + data.name() + " needs a model with "
                    + counted(loss.outputs(data)) + ", but this one has " + model.outputs());
        }
        return loss;
    }

    private static String counted(int outputs) {
        return outputs + (outputs == 1 ? " output" : " outputs");
    }
}
