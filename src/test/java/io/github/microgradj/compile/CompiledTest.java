package io.github.microgradj.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.github.microgradj.compile.kernel.OpLoops;
import io.github.microgradj.compile.kernel.PlainKernels;
import io.github.microgradj.engine.Op;
import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.Losses;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.random.PythonRandom;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompiledTest {
    private final double[][] x = {{1, 2}, {-1, 0.5}, {0.25, -2}};
    private final double[] y = {1, -1, 1};
    private final MLP model = new MLP(new PythonRandom(1), 2, 5, 4, 1);

    @Test
    void aStepIsGradientDescent() {
        Compiled compiled = Compiled.of(model.parameters(), (x, y) -> Losses.hinge(model.forward(x), y));
        Batch batch = compiled.batch(x, y);
        double loss = compiled.gradients(batch);
        Value weight = model.parameters().get(0);
        double expected = weight.data - 0.1 * weight.grad;
        assertThat(compiled.step(batch, 0.1)).isEqualTo(loss);
        assertThat(weight.data).isEqualTo(expected);
        assertThat(compiled.loss(batch)).isLessThan(loss);
    }

    /**
     * Uses plain kernels, which HotSpot need not compile first. The Vector API's vectors are objects until HotSpot has
     * compiled their code.
     */
    @Test
    void aStepAllocatesNothing() {
        TracedFunction.Function loss = (x, y) -> List.of(
                Losses.hinge(model.forward(x)[0], y[0]).add(Losses.l2(model).mul(1e-4)));
        Compiled compiled = new Compiled(new TracedFunction(model.parameters(), loss, true, new PlainKernels(), 1));
        Batch batch = compiled.batch(x, y);
        steps(compiled, batch);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        threads.getCurrentThreadAllocatedBytes();
        long before = threads.getCurrentThreadAllocatedBytes();
        steps(compiled, batch);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1000);
    }

    private static void steps(Compiled compiled, Batch batch) {
        for (int k = 0; k < 1000; k++) {
            compiled.step(batch, 1e-3);
        }
    }

    @Test
    void editsBetweenStepsAreSeen() {
        Value p = new Value(2);
        Compiled compiled = Compiled.of(List.of(p), (x, y) -> x[0].mul(p).pow(2));
        Batch batch = compiled.batch(new double[][] {{3}});
        assertThat(compiled.gradients(batch)).isEqualTo(36);
        p.data = 1;
        assertThat(compiled.gradients(batch)).isEqualTo(9);
        assertThat(p.grad).isEqualTo(18);
    }

    @Test
    void whatIsAddedOnceAStepCountsOnce() {
        Compiled.SampleLoss hinge = (x, y) -> Losses.hinge(model.forward(x), y);
        Compiled.SampleLoss decayed =
                (x, y) -> hinge.of(x, y).add(Losses.l2(model).mul(1e-2));
        Compiled compiled = Compiled.of(model.parameters(), decayed);
        double loss = compiled.gradients(compiled.batch(x, y));
        double[] actual = Eager.grads(model.parameters());
        double expected = Eager.gradients(model.parameters(), hinge, x, column(y));
        Value penalty = Losses.l2(model).mul(1e-2);
        penalty.backward();
        assertThat(loss).isEqualTo(expected + penalty.data);
        assertThat(actual).containsExactly(Eager.grads(model.parameters()));
    }

    @Test
    void theBatchTellsTheOutputs() {
        Compiled compiled = Compiled.of(model.parameters(), model::forward, Losses::hinge);
        Batch batch = compiled.batch(x, y);
        compiled.loss(batch);
        for (int s = 0; s < x.length; s++) {
            assertThat(batch.output(s, 0)).isEqualTo(model.predict(x[s])[0]);
        }
    }

    /** The first batch has only one class, so its targets look like constants. */
    @Test
    void targetsOfLaterBatchesMayDiffer() {
        Compiled.SampleLoss loss = (x, y) -> Losses.hinge(model.forward(x), y);
        Compiled compiled = Compiled.of(model.parameters(), loss);
        double[][] ones = {{1}, {1}, {1}};
        Batch first = compiled.batch(x, ones);
        compiled.gradients(first);
        Eager.assertAgrees(compiled, model.parameters(), loss, x, column(y), 0);
        assertThat(compiled.gradients(first)).isEqualTo(Eager.gradients(model.parameters(), loss, x, ones));
    }

    @Test
    void tellsWhatItIs() {
        assertThat(Compiled.of(model.parameters(), (x, y) -> x[0])).hasToString("Compiled(44 parameters)");
        assertThat(Compiled.predictor(model.parameters(), model::forward)).hasToString("Predictor(44 parameters)");
    }

    @Test
    void anOutputThatIsNotThereIsRefused() {
        Batch loss = Compiled.of(model.parameters(), (x, y) -> Losses.hinge(model.forward(x), y))
                .batch(x, y);
        assertThatThrownBy(() -> loss.output(0, 0))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining("Compiled.of(parameters, forward, loss)");
        Batch outputs =
                Compiled.of(model.parameters(), model::forward, Losses::hinge).batch(x, y);
        assertThatThrownBy(() -> outputs.output(x.length, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> outputs.output(-1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> outputs.output(0, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aParameterThatIsNamedTwiceCountsOnce() {
        Value p = new Value(1);
        Value q = new Value(2);
        Compiled compiled = Compiled.of(List.of(p, p, q), (x, y) -> p.mul(x[0]).add(q.mul(x[1])));
        assertThat(compiled.step(compiled.batch(new double[][] {{3, 5}}), 0.1)).isEqualTo(13);
        assertThat(List.of(p.grad, q.grad)).containsExactly(3.0, 5.0);
        assertThat(List.of(p.data, q.data)).containsExactly(1 - 0.1 * 3, 2 - 0.1 * 5);
    }

    /** Each exponent has its own class, which can be unloaded after the last program that needs it. */
    @Test
    void loopsThatNoProgramNeedsAreForgotten() throws InterruptedException {
        WeakReference<OpLoops> loops = new WeakReference<>(OpLoops.of(Op.POW, 0.123));
        for (int i = 0; i < 200 && loops.get() != null; i++) {
            System.gc();
            Thread.sleep(10);
        }
        assertThat(loops.get()).isNull();
    }

    @Test
    void sharedInputsResidualsAndLossesWithoutInputsWork() {
        Value p = new Value(0.5);
        Value q = new Value(-0.75);
        List<Value> parameters = List.of(p, q);
        List<Compiled.SampleLoss> losses = List.of(
                (x, y) -> x[0].add(p.mul(x[0])).add(q.mul(x[1])).tanh(),
                (x, y) -> p.mul(x[0]).add(q.mul(x[0])).tanh(),
                (x, y) -> {
                    Value h = p.mul(x[0]).add(q.mul(x[1])).tanh();
                    return h.add(p.mul(h)).add(q.mul(h.tanh())).pow(2);
                },
                (x, y) -> p.mul(q).exp(),
                (x, y) -> p.mul(q).add(p.mul(x[0]).mul(p.mul(q))).add(q.pow(2)),
                (x, y) -> p,
                (x, y) -> x[0].mul(x[1]));
        for (Compiled.SampleLoss loss : losses) {
            Eager.assertAgrees(Compiled.of(parameters, loss), parameters, loss, x, new double[3][0], 1e-14);
        }
    }

    @Test
    void aBranchOnDataIsRefusedByName() {
        Value p = new Value(1);
        assertRefused(
                List.of(p),
                (x, y) -> x[0].data > 0 ? x[0].mul(p).tanh() : x[0].mul(p).relu(),
                "tanh",
                "ReLU");
        assertRefused(
                List.of(p), (x, y) -> p.data > 0 ? x[0].mul(p) : x[0].mul(p).neg(), "nodes");
        assertRefused(List.of(p), (x, y) -> x[0].mul(p).mul(x[1].data), "a constant");
        assertRefused(List.of(p), (x, y) -> x[0].mul(p).pow(x[1].data > 0 ? 2 : 3), "** 2", "** 3");
    }

    private void assertRefused(List<Value> parameters, Compiled.SampleLoss loss, String... words) {
        assertThatThrownBy(() -> Compiled.of(parameters, loss).batch(x))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a function that branches on data cannot be compiled")
                .message()
                .contains(words);
        assertThat(parameters.get(0).data).isEqualTo(1);
    }

    @Test
    void samplesAndTargetsMustFit() {
        Compiled compiled = Compiled.of(model.parameters(), (x, y) -> Losses.hinge(model.forward(x), y));
        assertThatThrownBy(() -> compiled.batch(x, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected at least 1 sample, and 1 target row for each, got 3 samples and 1 target rows");
        assertThatThrownBy(() -> compiled.batch(new double[][] {{1, 2}, {3}}, new double[] {1, 1}))
                .hasMessage("every sample must have the same number of features, got 1 and 2");
    }

    @Test
    void anExpressionSeesItsVariables() {
        Value a = new Value(-4);
        Value b = new Value(2);
        Value g = a.mul(b).add(b.pow(3));
        Expression fast = Expression.of(g, a, b);
        assertThat(fast.gradients()).isEqualTo(0);
        assertThat(a.grad).isEqualTo(2);
        assertThat(b.grad).isEqualTo(8);
        b.data = 3;
        assertThat(fast.value()).isEqualTo(15);
        assertThat(Expression.of(g).value()).isEqualTo(15);
        assertThatThrownBy(() -> Expression.of(g, new Value(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the variables of an expression must be leaves of its graph, got Value(data=1.0, grad=0.0)");
        assertThatThrownBy(() -> Expression.of(a))
                .hasMessage("only an expression of 2 to 20000 nodes can be compiled to straight-line code;"
                        + " this one has 1");
    }

    private static double[][] column(double[] of) {
        double[][] column = new double[of.length][1];
        for (int i = 0; i < of.length; i++) {
            column[i][0] = of[i];
        }
        return column;
    }
}
