package io.github.microgradj.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValueTest {
    private final Value a = new Value(-4.0);
    private final Value b = new Value(2.0);

    /** Returns the expression of micrograd's README. */
    private Value readme() {
        Value c = a.add(b);
        Value d = a.mul(b).add(b.pow(3));
        c = c.add(c.add(1));
        c = c.add(Value.of(1).add(c).add(a.neg()));
        d = d.add(d.mul(2).add(b.add(a).relu()));
        d = d.add(Value.of(3).mul(d).add(b.sub(a).relu()));
        Value e = c.sub(d);
        Value f = e.pow(2);
        Value g = f.div(2.0);
        return g.add(Value.of(10.0).div(f));
    }

    @Test
    void readmeExpressionHasMicrogradsNumbers() {
        Value g = readme();
        g.backward();
        assertThat(g.toString()).isEqualTo("Value(data=24.70408163265306, grad=1.0)");
        assertThat(a.grad).isCloseTo(138.83381924198252, within(1e-12));
        assertThat(b.grad).isCloseTo(645.5772594752186, within(1e-12));
    }

    @Test
    void backwardTwiceDoublesTheLeavesExactly() {
        Value g = readme();
        g.backward();
        double first = a.grad;
        double second = b.grad;
        g.backward();
        assertThat(a.grad).isEqualTo(2 * first);
        assertThat(b.grad).isEqualTo(2 * second);
        assertThat(g.grad).isEqualTo(1.0);
    }

    @Test
    void aNodeUsedTwiceCollectsBothPaths() {
        Value square = a.mul(a);
        square.add(square).backward();
        assertThat(a.grad).isEqualTo(4 * a.data);
        assertThat(square.grad).isEqualTo(2);
    }

    @Test
    void aDiamondVisitsItsTopOnce() {
        Value top = a.mul(b);
        Value bottom = top.mul(top.add(1)).add(top.relu());
        bottom.backward();
        assertThat(top.grad).isEqualTo(2 * top.data + 1);
        assertThat(a.grad).isEqualTo((2 * top.data + 1) * b.data);
    }

    @Test
    void theBackwardOrderIsTheReverseOfAWalkThatTakesRightOperandsFirst() {
        Value left = a.neg();
        Value right = b.neg();
        Value root = left.mul(right);
        assertThat(Graph.of(root).backwardOrder()).containsExactly(root, left, a, right, b);
    }

    @Test
    void leavesAccumulateOverDifferentRoots() {
        Value shared = a.mul(3);
        shared.mul(b).backward();
        shared.pow(2).backward();
        assertThat(a.grad).isEqualTo(3 * b.data + 2 * shared.data * 3);
        assertThat(b.grad).isEqualTo(shared.data);
    }

    @Test
    void aLeafIsItsOwnDerivative() {
        a.backward();
        a.backward();
        assertThat(a.grad).isEqualTo(2.0);
    }

    @Test
    void gradientsAreSummedLeftToRight() {
        // Doubles do not add associatively: 1 + 1e16 - 1e16 is 0, while 1e16 - 1e16 + 1 is 1.
        Value x = new Value(1);
        x.mul(1).add(x.mul(1e16)).add(x.mul(-1e16)).backward();
        assertThat(x.grad).isEqualTo(1 + 1e16 - 1e16);
        x.grad = 0;
        x.mul(1e16).add(x.mul(-1e16)).add(x.mul(1)).backward();
        assertThat(x.grad).isEqualTo(1e16 - 1e16 + 1);
    }

    @Test
    void chainOfTenMillionNodes() {
        Value x = new Value(1);
        Value y = x;
        for (int i = 0; i < 10_000_000; i++) {
            y = y.neg();
        }
        y.backward();
        assertThat(x.grad).isEqualTo(1.0);
    }

    @Test
    void aRightLeaningChainIsNoDeeper() {
        Value x = new Value(1);
        Value y = x;
        for (int i = 0; i < 1_000_000; i++) {
            y = x.add(y);
        }
        y.backward();
        assertThat(x.grad).isEqualTo(1_000_001.0);
    }

    @Test
    void labelsAndSymbolsDescribeTheNode() {
        Value x = new Value(3, "x");
        assertThat(x.label).isEqualTo("x");
        assertThat(x.symbol()).isEmpty();
        assertThat(x.op()).isNull();
        assertThat(x.mul(b).symbol()).isEqualTo("*");
        assertThat(x.pow(2).symbol()).isEqualTo("**2");
        assertThat(x.pow(-0.5).symbol()).isEqualTo("**-0.5");
        assertThat(x.mul(b).operands()).containsExactly(x, b);
        assertThat(x.relu().operands()).containsExactly(x);
    }

    @Test
    void aUsersOwnOperationWorksLikeTheBuiltInOnes() {
        Op sin = new Op("sin", 1, -3, 3, (x, k) -> StrictMath.sin(x), (x, k, y) -> StrictMath.cos(x), (x, k, y) -> 0);
        Value y = Value.apply(sin, a, 0);
        y.backward();
        assertThat(y.data).isEqualTo(StrictMath.sin(-4));
        assertThat(a.grad).isEqualTo(StrictMath.cos(-4));
    }

    @Test
    void aBinaryOperationWantsTwoValues() {
        assertThatThrownBy(() -> Value.apply(Op.MUL, a, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("* takes two Values, got one Value and the number 3.0");
    }

    @Test
    void powersOfZeroHaveDerivatives() {
        Value zero = new Value(0);
        zero.pow(2).add(zero.pow(1)).add(zero.pow(0)).backward();
        assertThat(zero.grad).isEqualTo(1.0);
    }

    @Test
    void graphListsOperandsBeforeTheirUsersAndEachOnce() {
        Value g = readme();
        List<Value> nodes = Graph.of(g).nodes();
        assertThat(nodes).doesNotHaveDuplicates().endsWith(g).contains(a, b);
        List<Value> seen = new ArrayList<>();
        for (Value node : nodes) {
            assertThat(seen).containsAll(node.operands());
            seen.add(node);
        }
        assertThat(Graph.of(a.mul(b)).leaves()).containsExactly(a, b);
    }
}
