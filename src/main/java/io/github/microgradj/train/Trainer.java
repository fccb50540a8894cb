package io.github.microgradj.train;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.data.Split;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.nn.Scaling;
import io.github.microgradj.nn.Signature;
import io.github.microgradj.optim.LearningRate;
import io.github.microgradj.optim.Optimizer;
import io.github.microgradj.optim.Optimizers;
import io.github.microgradj.random.PythonRandom;
import io.github.microgradj.train.TrainingRun.Ending;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The training loop. */
public final class Trainer {
    private Trainer() {}

    /**
     * Creates the untrained network for the data and the options. If scaling is requested, it is fitted to the training
     * samples. The names of the features, the target and the classes are taken from the data, if it has them.
     *
     * @throws IllegalArgumentException if the loss does not fit the data, or if scaling and validation are requested
     *     and there are too few samples to hold some out
     */
    public static MLP model(Dataset data, TrainingOptions options) {
        int outputs = options.loss().orElse(Loss.suiting(data)).outputs(data);
        int[] widths = IntStream.concat(options.hidden().stream().mapToInt(width -> width), IntStream.of(outputs))
                .toArray();
        MLP model = new MLP(
                new PythonRandom(options.seed()), options.activation(), options.initializer(), data.features(), widths);
        if (!options.scale().equals(TrainingOptions.UNSCALED)) {
            model = scaled(model, split(data, options).map(Split::training).orElse(data), options.scale());
        }
        return data.targetName().isEmpty()
                ? model
                : model.withSignature(new Signature(data.featureNames(), data.targetName(), data.classNames()));
    }

    private static MLP scaled(MLP model, Dataset training, String scale) {
        MLP scaled = model.withInputScaling(Scaling.of(scale, training.inputs()));
        if (!training.isRegression()) {
            return scaled;
        }
        double[][] column = Arrays.stream(training.targets())
                .mapToObj(y -> new double[] {y})
                .toArray(double[][]::new);
        return scaled.withTargetScaling(Scaling.standard(column));
    }

    /** Returns the training and validation samples; empty if no validation is requested. */
    private static Optional<Split> split(Dataset data, TrainingOptions options) {
        return options.validation() == 0
                ? Optional.empty()
                : Optional.of(Split.of(data, options.validation(), options.seed()));
    }

    /**
     * Trains a new network.
     *
     * @throws IllegalArgumentException if the loss does not fit the data, if early stopping is requested without
     *     validation samples, or if there are too few samples to hold some out
     */
    public static TrainingRun train(Dataset data, TrainingOptions options) {
        return train(data, options, epoch -> true);
    }

    /**
     * Trains a new network and calls the listener after each step.
     *
     * @throws IllegalArgumentException if the loss does not fit the data, if early stopping is requested without
     *     validation samples, or if there are too few samples to hold some out
     */
    public static TrainingRun train(Dataset data, TrainingOptions options, TrainingListener listener) {
        return train(model(data, options), data, options, listener);
    }

    /**
     * Trains a given network; options that describe a new network, such as the hidden layers and the scale, are
     * ignored. Training ends before the last step if the thread is interrupted, the listener returns false, the loss is
     * not finite, or the condition for early stopping is met. The result states the reason.
     *
     * @throws IllegalArgumentException if the network or the loss does not fit the data, if early stopping is requested
     *     without validation samples, or if there are too few samples to hold some out
     */
    public static TrainingRun train(MLP model, Dataset data, TrainingOptions options, TrainingListener listener) {
        Loss loss = loss(model, data, options);
        Optional<Split> split = split(data, options);
        Dataset training = split.map(Split::training).orElse(data);
        Objective objective = options.eager()
                ? new EagerObjective(model, training, loss, options.alpha())
                : new CompiledObjective(model, training, loss, options.alpha());
        Optional<Objective.Held> held = split.map(Split::validation).map(objective::holding);
        Batches batches = new Batches(training.size(), options.batchSize(), options.seed());
        Optimizer optimizer = Optimizers.named(options.optimizer());
        MLP initial = model.copy();
        LearningRate learningRate = learningRate(model, training, options, loss);
        Best best = new Best(model, options.patience());
        List<TrainingStep> history = new ArrayList<>();
        Optional<Validation> validation = Optional.empty();
        Ending ending = Ending.FINISHED;
        for (int step = 0; step < options.steps() && ending == Ending.FINISHED; step++) {
            Objective.Measure measure = objective.measure(batches.next());
            boolean measured = step % batches.stepsOfAPass() == 0;
            if (measured) {
                validation =
                        held.map(Objective.Held::measure).map(others -> new Validation(others.loss(), others.score()));
            }
            double rate = learningRate.at(step, options.steps());
            TrainingStep epoch =
                    new TrainingStep(step, measure.loss(), measure.score(), rate, Metric.of(data), validation);
            history.add(epoch);
            if (!Double.isFinite(epoch.loss())) {
                ending = Ending.DIVERGED;
            } else if (measured && best.isOver(epoch)) {
                ending = Ending.EARLY;
            } else {
                Optimizers.step(optimizer, model.parameters(), rate);
                ending = endingAfter(epoch, listener);
            }
        }
        best.restore();
        return new TrainingRun(model, initial, data, split, options, history, ending);
    }

    /**
     * Returns the learning rate of a training run: the one in the options, or else the default.
     *
     * @throws IllegalArgumentException if the network or the loss does not fit the data, if early stopping is requested
     *     without validation samples, or if there are too few samples to hold some out
     */
    public static LearningRate learningRate(MLP model, Dataset data, TrainingOptions options) {
        Dataset training = split(data, options).map(Split::training).orElse(data);
        return learningRate(model, training, options, loss(model, data, options));
    }

    /** Returns the learning rate in the options, or else the default for the optimizer, the loss and the samples. */
    static LearningRate learningRate(MLP model, Dataset training, TrainingOptions options, Loss loss) {
        return options.learningRate()
                .orElseGet(() -> Optimizers.learningRate(options.optimizer(), loss.gradientSize(model, training)));
    }

    private static Ending endingAfter(TrainingStep epoch, TrainingListener listener) {
        boolean goOn = listener.onStep(epoch);
        if (Thread.interrupted()) {
            return Ending.INTERRUPTED;
        }
        return goOn ? Ending.FINISHED : Ending.STOPPED;
    }

    /**
     * Returns the loss to minimize: the one in the options, or else the default for the network and the data.
     *
     * @throws IllegalArgumentException if the network or the loss does not fit the data, or if early stopping is
     *     requested without validation samples
     */
    public static Loss loss(MLP model, Dataset data, TrainingOptions options) {
        if (model.inputs() != data.features()) {
            throw new IllegalArgumentException("the model has " + model.inputs() + " inputs, but " + data.name()
                    + " has " + data.features() + " features");
        }
        if (options.patience() > 0 && options.validation() == 0) {
            throw new IllegalArgumentException(
                    "early stopping needs validation samples; set validation to a fraction such as 0.2");
        }
        Loss loss = options.loss()
                .orElseGet(() -> model.outputs() == 1 || data.isRegression() ? Loss.suiting(data) : Loss.CROSSENTROPY);
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
