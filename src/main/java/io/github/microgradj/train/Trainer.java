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

/** Trains networks to classify. */
public final class Trainer {
    private Trainer() {}

    /**
     * The untrained network that suits the data and the options.
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
     * Trains a fresh network from start to end.
     *
     * @throws IllegalArgumentException if the loss does not fit the data
     */
    public static TrainingRun train(Dataset data, TrainingOptions options) {
        return train(data, options, epoch -> true);
    }

    /** {@link #train(Dataset, TrainingOptions)} with someone who follows. */
    public static TrainingRun train(Dataset data, TrainingOptions options, TrainingListener listener) {
        return train(model(data, options), data, options, listener);
    }

    /**
     * Goes on training a network, whatever hidden layers the options name. Stops after the step in which the thread is
     * interrupted, when the listener says so, or when the loss is no longer a finite number; the result says which.
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
     * What a training of this network minimises: the loss that is asked for, or else the one that suits network and data.
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
            throw new IllegalArgumentException(loss + " on " + data.name() + " takes a model with " + loss.outputs(data)
                    + " outputs, was given one with " + model.outputs());
        }
        return loss;
    }
}
