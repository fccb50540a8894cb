package io.github.microgradj.viz.graph;

import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.Neuron;
import io.github.microgradj.random.PythonRandom;

/** The graphs that the tests draw. */
public final class Neurons {
    /** A label with every character that could confuse DOT, SVG or a font. It should be shown unchanged. */
    public static final String HOSTILE = "{a|b} <c> \"d\" 'e' \\N &amp; é∂ \ud835\udc65 y; -> [z]";

    private Neurons() {}

    /** Returns the neuron of micrograd's trace_graph.ipynb, without labels. */
    public static Value traced() {
        Value b = new Value(0);
        Value first = b.add(new Value(0.23550571390294128).mul(new Value(1)));
        Value n = new Value(0.06653114721000164).mul(new Value(-2)).add(first).relu();
        n.backward();
        return n;
    }

    /** Returns the expression of micrograd's README. */
    public static GraphDot readme() {
        Value a = new Value(-4);
        Value b = new Value(2);
        Value c = a.add(b);
        Value d = a.mul(b).add(b.pow(3));
        c = c.add(c.add(1));
        c = c.add(new Value(1).add(c).add(a.neg()));
        d = d.add(d.mul(2).add(b.add(a).relu()));
        d = d.add(new Value(3).mul(d).add(b.sub(a).relu()));
        Value e = c.sub(d);
        Value f = e.pow(2);
        Value g = f.div(2).add(new Value(10).div(f));
        g.backward();
        return GraphDot.of(g)
                .name("a", a)
                .name("b", b)
                .name("c", c)
                .name("d", d)
                .name("e", e)
                .name("f", f)
                .name("g", g);
    }

    /** Returns the notebook's neuron with the names that a session would give it. */
    public static GraphDot named() {
        Neuron n = new Neuron(new PythonRandom(1337), 2);
        Value[] x = {new Value(1), new Value(-2)};
        Value y = n.forward(x);
        y.backward();
        return GraphDot.of(y).name("n", n).name("x", x).name("y", y);
    }

    public static Value hostile() {
        return new Value(1.5, HOSTILE).mul(new Value(3, "größe")).pow(2);
    }

    public static Value chain(int additions) {
        Value sum = new Value(0);
        for (int i = 0; i < additions; i++) {
            sum = sum.add(1);
        }
        return sum;
    }

    /** Returns a graph with as many crossing edges as possible. No engine lays it out within a minute. */
    public static Value tangle(int operations) {
        Value[] values = new Value[operations];
        Value last = new Value(0);
        for (int i = 0; i < operations; i++) {
            values[i] = i < operations / 3 ? new Value(i) : values[i * 7919 % i].mul(values[i * 31 % i]);
            last = last.add(values[i]);
        }
        return last;
    }
}
