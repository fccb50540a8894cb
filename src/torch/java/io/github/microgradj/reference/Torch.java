package io.github.microgradj.reference;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** PyTorch's way to compute each {@link ReferenceCase}. */
final class Torch {
    private static final Map<String, UnaryOperator<NDArray>> FUNCTIONS = functions();

    private Torch() {}

    /** What PyTorch gives for the inputs of a case. */
    static double[][] outputs(ReferenceCase each) {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray inputs = manager.create(each.inputs());
            return switch (each.name()) {
                case "optimizer sgd" -> sgd(inputs, 0);
                case "optimizer momentum" -> sgd(inputs, 0.9);
                case "optimizer adam" -> adam(inputs, 0);
                case "optimizer adamw" -> adam(inputs, 0.01);
                default -> valuesAndGradients(inputs, function(each.name()));
            };
        }
    }

    private static UnaryOperator<NDArray> function(String name) {
        if (name.matches("\\*\\*.+")) {
            return x -> column(x, 0).pow(Double.parseDouble(name.substring(2)));
        }
        UnaryOperator<NDArray> function = FUNCTIONS.get(name.replace(", large", ""));
        if (function == null) {
            throw new IllegalArgumentException("write here how PyTorch computes " + name);
        }
        return function;
    }

    /** Each maps a matrix, a computation in each row, to their results. */
    private static Map<String, UnaryOperator<NDArray>> functions() {
        Map<String, UnaryOperator<NDArray>> functions = new HashMap<>();
        functions.put("+", x -> column(x, 0).add(column(x, 1)));
        functions.put("-", x -> column(x, 0).sub(column(x, 1)));
        functions.put("*", x -> column(x, 0).mul(column(x, 1)));
        functions.put("/", x -> column(x, 0).div(column(x, 1)));
        functions.put("**", x -> column(x, 0).pow(column(x, 1)));
        functions.put("max", x -> NDArrays.maximum(column(x, 0), column(x, 1)));
        functions.put("min", x -> NDArrays.minimum(column(x, 0), column(x, 1)));
        unary(functions, "neg", NDArray::neg);
        unary(functions, "sqrt", NDArray::sqrt);
        unary(functions, "abs", NDArray::abs);
        unary(functions, "sin", NDArray::sin);
        unary(functions, "cos", NDArray::cos);
        unary(functions, "exp", NDArray::exp);
        unary(functions, "log", NDArray::log);
        unary(functions, "log1p", x -> x.add(1).log());
        unary(functions, "tanh", NDArray::tanh);
        unary(functions, "sigmoid", Torch::sigmoid);
        unary(functions, "softplus", x -> x.getNDArrayInternal().softPlus());
        unary(functions, "softplus above 20", x -> x.getNDArrayInternal().softPlus());
        unary(functions, "ReLU", Torch::relu);
        unary(functions, "LeakyReLU", Torch::leakyRelu);
        unary(functions, "activation linear", x -> x.mul(1));
        unary(functions, "activation relu", Torch::relu);
        unary(functions, "activation leakyrelu", Torch::leakyRelu);
        unary(functions, "activation tanh", NDArray::tanh);
        unary(functions, "activation sigmoid", Torch::sigmoid);
        unary(functions, "micrograd's test_sanity_check", Torch::sanityCheck);
        functions.put("micrograd's test_more_ops", x -> moreOps(column(x, 0), column(x, 1)));
        losses(functions);
        return functions;
    }

    private static void unary(
            Map<String, UnaryOperator<NDArray>> functions, String name, UnaryOperator<NDArray> function) {
        functions.put(name, x -> function.apply(column(x, 0)));
    }

    private static void losses(Map<String, UnaryOperator<NDArray>> functions) {
        functions.put("loss mse", x -> mean(x.sub(row(x, 0.5, -2, 0)).square()));
        functions.put("loss hinge", x -> mean(relu(x.mul(row(x, 1, -1, 1)).neg().add(1))));
        functions.put("loss binaryCrossEntropy", Torch::binaryCrossEntropy);
        functions.put("loss crossEntropy distribution", x -> x.logSoftmax(1)
                .mul(row(x, 0.2, 0.5, 0.3))
                .sum(new int[] {1})
                .neg());
        for (int target = 0; target < 3; target++) {
            int k = target;
            functions.put(
                    "loss crossEntropy " + k, x -> column(x.logSoftmax(1), k).neg());
            functions.put("loss softmax " + k, x -> column(x.softmax(1), k));
        }
        functions.put("loss l2", x -> x.square().sum(new int[] {1}));
    }

    /** The logarithm of a sigmoid is that of a softmax over 0 and the logit. */
    private static NDArray binaryCrossEntropy(NDArray x) {
        NDArray flat = x.reshape(-1, 1);
        NDArray logs = NDArrays.concat(new NDList(flat.mul(0), flat), 1).logSoftmax(1);
        NDArray ofOne = column(logs, 1).reshape(x.getShape());
        NDArray ofZero = column(logs, 0).reshape(x.getShape());
        NDArray target = row(x, 0, 1, 0.3);
        return mean(target.mul(ofOne).add(target.neg().add(1).mul(ofZero)).neg());
    }

    private static NDArray sanityCheck(NDArray x) {
        NDArray z = x.mul(2).add(2).add(x);
        NDArray q = relu(z).add(z.mul(x));
        NDArray h = relu(z.mul(z));
        return h.add(q).add(q.mul(x));
    }

    private static NDArray moreOps(NDArray a, NDArray b) {
        NDArray c = a.add(b);
        NDArray d = a.mul(b).add(b.pow(3));
        c = c.add(c.add(1));
        c = c.add(c.add(1).add(a.neg()));
        d = d.add(d.mul(2).add(relu(b.add(a))));
        d = d.add(d.mul(3).add(relu(b.sub(a))));
        NDArray f = c.sub(d).pow(2);
        return f.div(2).add(f.pow(-1).mul(10));
    }

    private static NDArray relu(NDArray x) {
        return x.getNDArrayInternal().relu();
    }

    /** PyTorch's own takes its slope as a float here; this has the derivatives of its source, 0.01 at 0, too. */
    private static NDArray leakyRelu(NDArray x) {
        return NDArrays.where(x.gt(0), x, x.mul(0.01));
    }

    private static NDArray sigmoid(NDArray x) {
        return x.getNDArrayInternal().sigmoid();
    }

    private static NDArray column(NDArray x, int column) {
        return x.get(new NDIndex(":, {}", column));
    }

    private static NDArray row(NDArray like, double... numbers) {
        return like.getManager().create(numbers);
    }

    private static NDArray mean(NDArray x) {
        return x.mean(new int[] {1});
    }

    private static double[][] valuesAndGradients(NDArray inputs, Function<NDArray, NDArray> function) {
        inputs.setRequiresGradient(true);
        NDArray values;
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            values = function.apply(inputs);
            collector.backward(values.sum());
        }
        NDArray column = values.stopGradient().reshape(-1, 1);
        return rows(NDArrays.concat(new NDList(column, inputs.getGradient()), 1));
    }

    /** {@code torch.optim.SGD}: the velocity is momentum * velocity + gradient. */
    private static double[][] sgd(NDArray inputs, double momentum) {
        NDArray data = inputs.get(0).duplicate();
        NDArray velocity = data.zerosLike();
        double[][] after = new double[(int) inputs.getShape().get(0) - 1][];
        for (int step = 0; step < after.length; step++) {
            velocity = velocity.mul(momentum).add(inputs.get(step + 1));
            data.subi(velocity.mul(0.1));
            after[step] = data.toDoubleArray();
        }
        return after;
    }

    /** {@code torch.optim.Adam} and, with a weight decay, {@code AdamW}, tensor by tensor as the source has it. */
    private static double[][] adam(NDArray inputs, double decay) {
        NDArray data = inputs.get(0).duplicate();
        NDArray mean = data.zerosLike();
        NDArray square = data.zerosLike();
        double[][] after = new double[(int) inputs.getShape().get(0) - 1][];
        for (int step = 0; step < after.length; step++) {
            NDArray gradient = inputs.get(step + 1);
            data.muli(1 - 0.1 * decay);
            mean.addi(gradient.sub(mean).mul(1 - 0.9));
            square.muli(0.999).addi(gradient.mul(gradient).mul(1 - 0.999));
            double stepSize = 0.1 / (1 - Math.pow(0.9, step + 1));
            double correction = Math.sqrt(1 - Math.pow(0.999, step + 1));
            NDArray denominator = square.sqrt().div(correction).add(1e-8);
            data.subi(mean.div(denominator).mul(stepSize));
            after[step] = data.toDoubleArray();
        }
        return after;
    }

    private static double[][] rows(NDArray matrix) {
        Shape shape = matrix.getShape();
        double[] flat = matrix.toDoubleArray();
        int width = (int) shape.get(1);
        double[][] rows = new double[(int) shape.get(0)][width];
        for (int i = 0; i < flat.length; i++) {
            rows[i / width][i % width] = flat[i];
        }
        return rows;
    }
}
