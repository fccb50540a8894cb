package io.github.microgradj.command.training;

import io.github.microgradj.data.Split;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.optim.LearningRate;
import io.github.microgradj.train.Loss;
import io.github.microgradj.train.Trainer;
import io.github.microgradj.train.TrainingOptions;
import java.util.stream.Collectors;

/**
 * The code of a training run, for a reader who wants to see how training works: a plain loop of four steps, which gives
 * the same losses.
 *
 * @param training the training run
 * @param dataCode the Java expression that creates the data
 * @param optionsCode the Java expression that creates the options
 * @param modelName the variable that holds the network, or an empty string to create a new one
 */
record TrainingLoop(TrainingJob training, String dataCode, String optionsCode, String modelName) {
    /** Returns the code, which runs in the shell. */
    String code() {
        return begin() + loop();
    }

    private TrainingOptions options() {
        return training.options();
    }

    private boolean isSplit() {
        return options().validation() > 0;
    }

    private String samples() {
        return isSplit() ? "training" : "data";
    }

    private boolean isBatched() {
        return options().batchSize() > 0 && options().batchSize() < size();
    }

    private int size() {
        return isSplit()
                ? Split.of(training.data(), options().validation(), options().seed())
                        .training()
                        .size()
                : training.data().size();
    }

    private String begin() {
        StringBuilder code = new StringBuilder("Dataset data = " + dataCode + ";\n");
        if (isSplit()) {
            code.append(
                    "Dataset training = Split.of(data, %s, %dL).training(); // the other samples are for validation\n"
                            .formatted(options().validation(), options().seed()));
        }
        if (modelName.isEmpty()) {
            code.append("MLP model = ").append(model()).append(";\n");
        } else if (!modelName.equals("model")) {
            code.append("MLP model = ").append(modelName).append(";\n");
        }
        if (!isPlain()) {
            code.append("Optimizer optimizer = Optimizers.named(\"%s\");\n"
                    .formatted(options().optimizer()));
        }
        if (isBatched()) {
            code.append("int[] order = IntStream.range(0, %s.size()).toArray();\n".formatted(samples()))
                    .append("NumPyRandom random = new NumPyRandom(%dL);\n"
                            .formatted(options().seed()));
        }
        return code.append('\n').toString();
    }

    /** Returns whether the optimizer is plain gradient descent, whose update the code spells out. */
    private boolean isPlain() {
        return options().optimizer().equals("sgd");
    }

    private String model() {
        MLP model = training.model();
        if (model.inputScaling().isPresent()
                || model.targetScaling().isPresent()
                || model.signature().isPresent()) {
            return "Trainer.model(data, " + optionsCode + ")"; // This model scales inputs and has column names.
        }
        String widths = model.layers().stream()
                .map(layer -> String.valueOf(layer.neurons().size()))
                .collect(Collectors.joining(", "));
        return "new MLP(new PythonRandom(%dL), Activation.%s, Initializer.%s, %d, %s)"
                .formatted(
                        options().seed(),
                        options().activation().name(),
                        options().initializer().name(),
                        model.inputs(),
                        widths);
    }

    private String loop() {
        int steps = options().steps();
        return """
                for (int step = 0; step < %d; step++) {
                %s    // 1. The forward pass: the mean loss of the samples.
                    Value loss = Value(0.0);
                    for (int i %s) {
                        loss = loss + %s;
                    }
                    loss = loss * (1.0 / %s)%s;

                    // 2. Clear the gradients, because backward() adds to them.
                    model.zeroGrad();

                    // 3. The backward pass: how fast the loss changes with each parameter.
                    loss.backward();

                    // 4. The update: a small step downhill for each parameter.
                    double rate = %s;
                    %s

                    System.out.println("step " + step + " loss " + loss.data);
                }
                """.formatted(
                        steps,
                        isBatched() ? batch() : "",
                        isBatched() ? ": batch" : "= 0; i < " + samples() + ".size(); i++",
                        error(),
                        isBatched() ? "batch.length" : samples() + ".size()",
                        options().alpha() == 0
                                ? ""
                                : " + Losses.l2(model) * " + options().alpha(),
                        rate(),
                        isPlain()
                                ? "for (Value p : model.parameters()) p.data -= rate * p.grad;"
                                : "Optimizers.step(optimizer, model.parameters(), rate);");
    }

    private String batch() {
        int size = options().batchSize();
        int passes = (size() + size - 1) / size;
        return """
                    // 0. The samples of this step: a part of all samples, in random order.
                    int from = step %% %d * %d;
                    if (from == 0) random.shuffle(order);
                    int[] batch = Arrays.copyOfRange(order, from, Math.min(from + %d, order.length));

                """.formatted(passes, size, size);
    }

    private String error() {
        String output = "model.forward(" + samples() + ".inputs()[i])";
        if (training.data().isRegression()) {
            String scale =
                    training.model().targetScaling().isPresent() ? " * model.targetScaling().get().factor()[0]" : "";
            return "((" + output + "[0] - " + samples() + ".targets()[i])" + scale + ") ** 2";
        }
        String label = samples() + ".labels()[i]";
        Loss loss = Trainer.loss(training.model(), training.data(), options());
        return switch (loss) {
            case HINGE -> "Losses.hinge(" + output + "[0], 2 * " + label + " - 1)";
            case MSE -> "Losses.mse(" + output + "[0], 2 * " + label + " - 1)";
            case BCE -> "Losses.binaryCrossEntropy(" + output + "[0], " + label + ")";
            case CROSSENTROPY -> "Losses.crossEntropy(" + output + ", " + label + ")";
        };
    }

    private String rate() {
        LearningRate rate = Trainer.learningRate(training.model(), training.data(), options());
        return rate.start() == rate.end()
                ? String.valueOf(rate.start())
                : "%s - (%s - %s) * step / %d"
                        .formatted(
                                rate.start(),
                                rate.start(),
                                rate.end(),
                                options().steps());
    }
}
