package io.github.microgradj.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.engine.Op;
import io.github.microgradj.engine.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Tests of arbitrary functions. Compiled for batches or as straight-line code, they must give the engine's results. */
class FunctionsTest {
    private static final Op CUBE =
            new Op("cube", 1, -2, 2, (a, k) -> a * a * a, (a, k, y) -> 3 * a * a, (a, k, y) -> 0);

    @Provide
    Arbitrary<Op> ops() {
        List<Op> ops = new ArrayList<>(Op.table());
        ops.add(CUBE);
        return Arbitraries.of(ops);
    }

    @Property(tries = 120)
    void everyOperationOnInputsParametersAndConstants(
            @ForAll("ops") Op op,
            @ForAll @IntRange(max = 99) int seed,
            @ForAll @IntRange(min = 1, max = 20) int samples) {
        Random random = new Random(seed);
        List<Value> parameters = List.of(within(op, random), within(op, random));
        double constant = within(op, random).data;
        Compiled.SampleLoss loss = (x, y) -> {
            Value p = parameters.get(0);
            Value sum = apply(op, x[0], p).add(apply(op, p, x[0]));
            sum = sum.add(apply(op, parameters.get(1), p)).add(apply(op, x[0], x[0]));
            return sum.add(apply(op, new Value(constant), x[0].mul(p))).mul(p);
        };
        double[][] x = new double[samples][1];
        for (double[] row : x) {
            row[0] = within(op, random).data;
        }
        Eager.assertAgrees(Compiled.of(parameters, loss), parameters, loss, x, new double[samples][0], 1e-12);
    }

    private static Value apply(Op op, Value a, Value b) {
        return op.arity() == 2 ? Value.apply(op, a, b) : Value.apply(op, a, 2);
    }

    private static Value within(Op op, Random random) {
        return new Value(op.low() + random.nextDouble() * (op.high() - op.low()));
    }

    @Property(tries = 300)
    void randomFunctions(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 60) int nodes,
            @ForAll @IntRange(min = 1, max = 140) int samples) {
        Random random = new Random(seed);
        List<Value> parameters =
                List.of(new Value(random.nextGaussian()), new Value(random.nextGaussian()), new Value(1.5));
        Compiled.SampleLoss loss = (x, y) -> randomGraph(new Random(seed), parameters, x, y, nodes);
        double[][] x = new double[samples][2];
        double[][] y = new double[samples][1];
        for (int s = 0; s < samples; s++) {
            x[s][0] = random.nextGaussian();
            x[s][1] = random.nextGaussian();
            y[s][0] = random.nextInt(3);
        }
        Eager.assertAgrees(Compiled.of(parameters, loss), parameters, loss, x, y, 1e-9);
    }

    @Property(tries = 300)
    void randomExpressions(@ForAll long seed, @ForAll @IntRange(min = 1, max = 400) int nodes) {
        Random random = new Random(seed);
        List<Value> variables =
                List.of(new Value(random.nextGaussian()), new Value(random.nextGaussian()), new Value(1.5));
        Value used = variables.get(0).mul(variables.get(1)).mul(variables.get(2));
        Value root = randomGraph(new Random(seed), variables, new Value[0], new double[0], nodes)
                .add(used);
        Expression expression = Expression.of(root, variables.toArray(Value[]::new));
        root.backward();
        double[] expected = Eager.grads(variables);
        assertThat(expression.gradients()).isEqualTo(root.data);
        double[] actual = Eager.grads(variables);
        for (int i = 0; i < actual.length; i++) {
            assertThat(actual[i] + 0.0).isEqualTo(expected[i] + 0.0);
        }
        assertThat(expression.value()).isEqualTo(root.data);
    }

    /**
     * Returns a random graph: layers, sums and single operations on earlier nodes, bounded so that nothing overflows.
     */
    private static Value randomGraph(Random random, List<Value> parameters, Value[] x, double[] y, int nodes) {
        List<Value> pool = new ArrayList<>(parameters);
        pool.addAll(List.of(x));
        for (double target : y) {
            pool.add(new Value(target));
        }
        pool.add(new Value(0.25));
        for (int i = 0; i < nodes; i++) {
            Value a = pool.get(random.nextInt(pool.size()));
            Value b = pool.get(random.nextInt(pool.size()));
            Value c = pool.get(random.nextInt(pool.size()));
            pool.add(
                    switch (random.nextInt(9)) {
                        case 0 -> a.add(b.mul(c)).add(b.mul(a));
                        case 1 -> a.sub(b).tanh();
                        case 2 -> a.tanh().mul(b);
                        case 3 -> a.sigmoid().add(1).log();
                        case 4 -> a.relu().add(b.relu());
                        case 5 -> a.tanh().exp().div(b.pow(2).add(1));
                        case 6 ->
                            parameters
                                    .get(0)
                                    .mul(a)
                                    .add(parameters.get(1).mul(b))
                                    .add(c);
                        case 7 -> b.add(parameters.get(2).mul(a)).tanh();
                        default -> a.tanh().softplus().neg();
                    });
        }
        return pool.get(pool.size() - 1).tanh().add(pool.get(pool.size() / 2).tanh());
    }

    @Test
    void anOperationOfOnesOwnIsLikeAnyOther() {
        Value p = new Value(1.25);
        Compiled.SampleLoss loss = (x, y) -> Value.apply(CUBE, x[0].mul(p), 0);
        Eager.assertAgrees(
                Compiled.of(List.of(p), loss), List.of(p), loss, new double[][] {{2}, {-3}}, new double[2][0], 0);
    }
}
