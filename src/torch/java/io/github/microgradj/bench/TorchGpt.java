package io.github.microgradj.bench;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;
import ai.djl.nn.core.Linear;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import io.github.microgradj.engine.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The training steps of microgpt in PyTorch. Each table and each matrix is a tensor, all positions are computed at
 * once, and Adam updates the tensors in place.
 */
final class TorchGpt implements GptTraining.Way {
    private static final int BLOCK = 16;
    private static final int WIDTH = 16;
    private static final int HEADS = 4;
    private static final double BETA1 = 0.85;
    private static final double BETA2 = 0.99;

    private final NDManager manager = NDManager.newBaseManager();
    private final List<Value> values;
    private final NDArray mask; // 1 x block x block: 0 for the position itself and earlier ones, otherwise -Infinity
    /**
     * The parameters, in the order letters, positions, head, query, key, value, output, up, down. The next two lists
     * hold Adam's running means of the gradients and of the squared gradients.
     */
    private final List<NDArray> parameters = new ArrayList<>();

    private final List<NDArray> means = new ArrayList<>();
    private final List<NDArray> squares = new ArrayList<>();
    private int steps;

    /**
     * Creates a model for the given parameters, which {@link #start()} copies to tensors and {@link #end()} copies
     * back.
     */
    TorchGpt(List<Value> values) {
        this.values = values;
        double[] future = new double[BLOCK * BLOCK];
        for (int i = 0; i < future.length; i++) {
            future[i] = i % BLOCK > i / BLOCK ? Double.NEGATIVE_INFINITY : 0;
        }
        mask = manager.create(future, new Shape(1, BLOCK, BLOCK));
        int vocabulary = (values.size() - BLOCK * WIDTH - 12 * WIDTH * WIDTH) / (2 * WIDTH);
        for (int[] shape : new int[][] {
            {vocabulary, WIDTH},
            {BLOCK, WIDTH},
            {vocabulary, WIDTH},
            {WIDTH, WIDTH},
            {WIDTH, WIDTH},
            {WIDTH, WIDTH},
            {WIDTH, WIDTH},
            {4 * WIDTH, WIDTH},
            {WIDTH, 4 * WIDTH}
        }) {
            NDArray tensor = manager.create(new double[shape[0] * shape[1]], new Shape(shape[0], shape[1]));
            means.add(tensor.duplicate());
            squares.add(tensor.duplicate());
            tensor.setRequiresGradient(true);
            parameters.add(tensor);
        }
    }

    @Override
    public void start() {
        int from = 0;
        for (NDArray tensor : parameters) {
            int to = from + (int) tensor.size();
            double[] data = values.subList(from, to).stream()
                    .mapToDouble(value -> value.data)
                    .toArray();
            try (NDArray copy = manager.create(data, tensor.getShape())) {
                copy.copyTo(tensor);
            }
            from = to;
        }
        means.forEach(mean -> mean.subi(mean));
        squares.forEach(square -> square.subi(square));
        steps = 0;
    }

    @Override
    public void end() {
        double[] data = parameters.stream()
                .flatMapToDouble(tensor -> Arrays.stream(tensor.toDoubleArray()))
                .toArray();
        for (int i = 0; i < data.length; i++) {
            values.get(i).data = data[i];
        }
    }

    @Override
    public double step(int[] tokens, double rate) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            NDArray loss;
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                loss = loss(Arrays.stream(tokens).asLongStream().toArray());
                collector.backward(loss);
            }
            adam(rate);
            return loss.getDouble();
        }
    }

    private void adam(double rate) {
        steps++;
        double scaledRate = rate / (1 - Math.pow(BETA1, steps));
        double scale = 1 / Math.sqrt(1 - Math.pow(BETA2, steps));
        for (int i = 0; i < parameters.size(); i++) {
            NDArray gradient = parameters.get(i).getGradient();
            NDArray mean = means.get(i).muli(BETA1).addi(gradient.mul(1 - BETA1));
            NDArray square = squares.get(i).muli(BETA2).addi(gradient.square().muli(1 - BETA2));
            parameters
                    .get(i)
                    .subi(mean.mul(scaledRate).divi(square.sqrt().muli(scale).addi(1e-8)));
            JniUtils.zeroGrad((PtNDArray) parameters.get(i));
        }
    }

    private NDArray loss(long[] tokens) {
        int n = tokens.length - 1;
        NDArray letters = Embedding.embedding(
                        manager.create(Arrays.copyOf(tokens, n)), parameters.get(0), SparseFormat.DENSE)
                .singletonOrThrow();
        NDArray x = norm(letters.add(parameters.get(1).get(new NDIndex(":" + n)))); // n x width
        NDArray heard = x.add(attention(norm(x), n));
        NDArray hidden = JniUtils.relu((PtNDArray) linear(norm(heard), 7)); // n x (4 * width)
        NDArray scores = linear(heard.add(linear(hidden, 8)), 2); // n x vocabulary
        NDArray targets = manager.create(Arrays.copyOfRange(tokens, 1, n + 1), new Shape(n, 1));
        return scores.logSoftmax(1).gather(targets, 1).mean().neg();
    }

    private NDArray attention(NDArray x, int n) {
        Function<NDArray, NDArray> split =
                rows -> rows.reshape(n, HEADS, WIDTH / HEADS).transpose(1, 0, 2);
        NDArray query = split.apply(linear(x, 3)); // heads x n x (width / heads)
        NDArray key = split.apply(linear(x, 4));
        NDArray value = split.apply(linear(x, 5));
        NDArray scores = query.matMul(key.transpose(0, 2, 1)).div(Math.sqrt(WIDTH / (double) HEADS));
        NDArray weights =
                scores.add(mask.get(new NDIndex(":, :" + n + ", :" + n))).softmax(2); // heads x n x n
        return linear(weights.matMul(value).transpose(1, 0, 2).reshape(n, WIDTH), 6);
    }

    private NDArray linear(NDArray x, int parameter) {
        NDList y = Linear.linear(x, parameters.get(parameter), null);
        return y.singletonOrThrow();
    }

    private static NDArray norm(NDArray x) {
        return x.mul(x.square().mean(new int[] {1}, true).add(1e-5).pow(-0.5));
    }
}
