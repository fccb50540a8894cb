package io.github.microgradj.bench;

import io.github.microgradj.compile.Expression;
import io.github.microgradj.engine.Value;
import java.util.function.BinaryOperator;

/**
 * Benchmarks of graphs of two variables, forward and backward. Each run depends on the one before, so that a processor
 * cannot run several in parallel.
 */
final class Graphs {
    private static final int CHAIN = 1_000_000;

    /**
     * An expression, the point at which it is computed, and the expected results.
     *
     * @param expected its value, then the derivatives with respect to a and b
     */
    private record Case(double a, double b, BinaryOperator<Value> expression, double... expected) {}

    /** A graph of ten nodes. */
    private static final Case TINY = new Case(
            -41,
            2,
            (a, b) -> {
                Value c = a.add(b);
                Value d = a.mul(b).add(b.pow(3));
                return c.sub(d).pow(2).mul(0.5);
            },
            612.5,
            -35,
            1050);

    /** The example of micrograd's README. */
    private static final Case README = new Case(
            -4,
            2,
            (a, b) -> {
                Value c = a.add(b);
                Value d = a.mul(b).add(b.pow(3));
                c = c.add(c.add(1));
                c = c.add(new Value(1).add(c).add(a.neg()));
                d = d.add(d.mul(2).add(b.add(a).relu()));
                d = d.add(new Value(3).mul(d).add(b.sub(a).relu()));
                Value f = c.sub(d).pow(2);
                return f.div(2).add(new Value(10).div(f));
            },
            24.70408163265306,
            138.83381924198252,
            645.5772594752186);

    private Graphs() {}

    static Work tiny() {
        return new Eager(TINY);
    }

    static Work tinyCompiled() {
        return new Compiled(TINY);
    }

    static Work readme() {
        return new Eager(README);
    }

    static Work readmeCompiled() {
        return new Compiled(README);
    }

    static Work chain() {
        return new Eager(new Case(
                1,
                2,
                (a, b) -> {
                    Value sum = b;
                    for (int i = 0; i < CHAIN; i++) {
                        sum = sum.add(a);
                    }
                    return sum;
                },
                CHAIN + 2,
                CHAIN,
                1));
    }

    private abstract static class Graph implements Work {
        final Case task;
        private double last;

        Graph(Case task) {
            this.task = task;
        }

        /** Returns the sum of the value and the derivatives. */
        abstract double run(double a);

        abstract double[] results();

        @Override
        public double run() {
            last = run(task.a + 0 * last);
            return last;
        }

        @Override
        public double error() {
            run();
            double largest = 0;
            double[] results = results();
            for (int i = 0; i < results.length; i++) {
                largest = Math.max(largest, Work.difference(results[i], task.expected[i]));
            }
            return largest;
        }
    }

    private static final class Eager extends Graph {
        private Value a = new Value(0);
        private Value b = a;
        private Value root = a;

        Eager(Case task) {
            super(task);
        }

        @Override
        double run(double start) {
            a = new Value(start);
            b = new Value(task.b);
            root = task.expression.apply(a, b);
            root.backward();
            return root.data + a.grad + b.grad;
        }

        @Override
        double[] results() {
            return new double[] {root.data, a.grad, b.grad};
        }
    }

    private static final class Compiled extends Graph {
        private final Value a;
        private final Value b;
        private final Expression expression;
        private double value;

        Compiled(Case task) {
            super(task);
            a = new Value(task.a);
            b = new Value(task.b);
            expression = Expression.of(task.expression.apply(a, b), a, b);
        }

        @Override
        double run(double start) {
            a.data = start;
            value = expression.gradients();
            return value + a.grad + b.grad;
        }

        @Override
        double[] results() {
            return new double[] {value, a.grad, b.grad};
        }
    }
}
