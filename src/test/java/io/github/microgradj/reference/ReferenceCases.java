package io.github.microgradj.reference;

import static io.github.microgradj.reference.ReferenceCase.function;

import io.github.microgradj.engine.Op;
import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.Activation;
import io.github.microgradj.nn.Losses;
import io.github.microgradj.optim.Optimizers;
import io.github.microgradj.reference.ReferenceCase.Tolerance;
import io.github.microgradj.text.Repr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/**
 * The computations that are compared with PyTorch: both tests of micrograd, and every operation, activation, loss and
 * optimizer over its domain. The profile {@code torch} compares them with PyTorch itself; other builds use its recorded
 * results.
 */
final class ReferenceCases {
    /**
     * The tolerance for most functions: a few units in the last place, because libraries round {@code exp} and
     * {@code log} differently.
     */
    private static final Tolerance CLOSE = new Tolerance(1e-14, 0);
    /** The tolerance for powers, which are rounded at each multiplication. */
    private static final Tolerance ROUNDED = new Tolerance(1e-13, 0);
    /**
     * The tolerance for small differences of larger numbers: the slope of tanh near 1, and the loss of a confident
     * prediction.
     */
    private static final Tolerance CANCELLED = new Tolerance(1e-13, 1e-14);
    /** The tolerance for softplus above 20, where PyTorch uses the identity. The difference is log1p(e^-x). */
    private static final Tolerance CUT_OFF = new Tolerance(3e-9, 0);

    private static final double[] EXPONENTS = {-9, -3, -1, -0.5, 0, 0.5, 1, 2, 3, 8, 9, 2.5};

    /** Points outside the interval in which gradients are checked, by the operation's symbol. */
    private static final Map<String, double[]> FAR = Map.of(
            "exp", new double[] {-700, -30, 30, 700},
            "sqrt", new double[] {1e-300, 1e-10, 1e10, 1e300},
            "abs", new double[] {-1e300, -1e-300, 0, 1e-300, 1e300},
            "log", new double[] {1e-300, 1e-10, 1e10, 1e300},
            "tanh", new double[] {-30, -5, 5, 30},
            "sigmoid", new double[] {-700, -40, -8, 8, 40, 700},
            "softplus", new double[] {-700, -40, -8, 8, 19.9, 40, 700},
            "ReLU", new double[] {-1e300, -1e-300, 0, 1e-300, 1e300},
            "LeakyReLU", new double[] {-1e300, -1e-300, 0, 1e-300, 1e300});

    private ReferenceCases() {}

    static List<ReferenceCase> all() {
        List<ReferenceCase> cases = new ArrayList<>();
        cases.add(function("micrograd's test_sanity_check", CLOSE, new double[][] {{-4}}, x -> sanityCheck(x[0])));
        cases.add(function("micrograd's test_more_ops", CLOSE, new double[][] {{-4, 2}}, x -> moreOps(x[0], x[1])));
        Op.table().forEach(op -> cases.addAll(operation(op)));
        cases.add(function("softplus above 20", CUT_OFF, column(20.5, 25, 30, 36), x -> x[0].softplus()));
        for (Activation activation : Activation.values()) {
            double[][] points = column(-8, -2, -1e-3, 0, 1e-3, 0.5, 3, 8);
            cases.add(function("activation " + activation, CANCELLED, points, x -> activation.of(x[0])));
        }
        cases.addAll(losses());
        for (String name : Optimizers.names()) {
            cases.add(ReferenceCase.optimizer("optimizer " + name, ROUNDED, random(21, 5, 1), Optimizers.named(name)));
        }
        return cases;
    }

    private static Value sanityCheck(Value x) {
        Value z = new Value(2).mul(x).add(2).add(x);
        Value q = z.relu().add(z.mul(x));
        Value h = z.mul(z).relu();
        return h.add(q).add(q.mul(x));
    }

    private static Value moreOps(Value a, Value b) {
        Value c = a.add(b);
        Value d = a.mul(b).add(b.pow(3));
        c = c.add(c.add(1));
        c = c.add(new Value(1).add(c).add(a.neg()));
        d = d.add(d.mul(2).add(b.add(a).relu()));
        d = d.add(new Value(3).mul(d).add(b.sub(a).relu()));
        Value f = c.sub(d).pow(2);
        return f.div(2).add(new Value(10).div(f));
    }

    private static List<ReferenceCase> operation(Op op) {
        double[] interval = DoubleStream.iterate(0, i -> i <= 40, i -> i + 1)
                .map(i -> op.low() + (op.high() - op.low()) * i / 40)
                .toArray();
        if (op.equals(Op.POW)) {
            return Arrays.stream(EXPONENTS)
                    .mapToObj(k -> function("**" + Repr.of(k), ROUNDED, column(interval), x -> x[0].pow(k)))
                    .toList();
        }
        boolean saturates = op.equals(Op.TANH) || op.equals(Op.SIGMOID) || op.equals(Op.SOFTPLUS);
        Tolerance tolerance = saturates ? CANCELLED : op.equals(Op.POWER) ? ROUNDED : CLOSE;
        if (op.arity() == 2) {
            double[][] pairs = Arrays.stream(interval)
                    .boxed()
                    .flatMap(a -> DoubleStream.of(op.low(), 0.7, 1.3, op.high()).mapToObj(b -> new double[] {a, b}))
                    .toArray(double[][]::new);
            return List.of(function(op.symbol(), tolerance, pairs, x -> Value.apply(op, x[0], x[1])));
        }
        double[] far = FAR.getOrDefault(op.symbol(), new double[0]);
        double[] points =
                DoubleStream.concat(Arrays.stream(interval), Arrays.stream(far)).toArray();
        return List.of(function(op.symbol(), tolerance, column(points), x -> Value.apply(op, x[0], 0)));
    }

    private static List<ReferenceCase> losses() {
        List<ReferenceCase> cases = new ArrayList<>();
        double[][] x = random(12, 3, 3);
        cases.add(loss("mse", x, values -> Losses.mse(values, new double[] {0.5, -2, 0})));
        cases.add(loss("hinge", x, values -> Losses.hinge(values, new double[] {1, -1, 1})));
        double[][] far = {{30, -30, 1}, {-300, 300, 2}, {1000, -1000, 3}, {0, 0, 0}};
        for (double[][] logits : new double[][][] {x, far}) {
            String where = logits == far ? ", large" : "";
            cases.add(loss(
                    "binaryCrossEntropy" + where,
                    logits,
                    values -> Losses.binaryCrossEntropy(values, new double[] {0, 1, 0.3})));
            for (int target = 0; target < 3; target++) {
                int k = target;
                cases.add(loss("crossEntropy " + k + where, logits, values -> Losses.crossEntropy(values, k)));
                cases.add(loss("softmax " + k + where, logits, values -> Losses.softmax(values)[k]));
            }
            cases.add(loss(
                    "crossEntropy distribution" + where,
                    logits,
                    values -> Losses.crossEntropy(values, new double[] {0.2, 0.5, 0.3})));
        }
        cases.add(loss("l2", x, values -> Losses.l2(() -> List.of(values))));
        return cases;
    }

    private static ReferenceCase loss(String name, double[][] x, Function<Value[], Value> loss) {
        return function("loss " + name, CANCELLED, x, loss);
    }

    private static double[][] column(double... points) {
        return Arrays.stream(points).mapToObj(x -> new double[] {x}).toArray(double[][]::new);
    }

    private static double[][] random(int rows, int columns, double size) {
        Random random = new Random(1337);
        double[][] numbers = new double[rows][columns];
        for (double[] row : numbers) {
            Arrays.setAll(row, i -> size * random.nextGaussian());
        }
        return numbers;
    }
}
