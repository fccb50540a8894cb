package io.github.microgradj.viz;

import io.github.microgradj.engine.Value;

/** The graphs that the tests draw. */
final class Neurons {
    /** A label of everything that DOT, SVG and a font may stumble over, and how it reads afterwards. */
    static final String HOSTILE = "{a|b} <c> \"d\" 'e' \\N &amp; é∂ \ud835\udc65 y; -> [z]";

    private Neurons() {}

    /** The neuron of micrograd's trace_graph.ipynb, without labels. */
    static Value traced() {
        Value b = new Value(0);
        Value first = b.add(new Value(0.23550571390294128).mul(new Value(1)));
        Value n = new Value(0.06653114721000164).mul(new Value(-2)).add(first).relu();
        n.backward();
        return n;
    }

    static Value hostile() {
        return new Value(1.5, HOSTILE).mul(new Value(3, "größe")).pow(2);
    }

    static Value chain(int additions) {
        Value sum = new Value(0);
        for (int i = 0; i < additions; i++) {
            sum = sum.add(1);
        }
        return sum;
    }

    /** A graph whose edges cross as much as they can: no engine lays it out in a minute. */
    static Value tangle(int operations) {
        Value[] values = new Value[operations];
        Value last = new Value(0);
        for (int i = 0; i < operations; i++) {
            values[i] = i < operations / 3 ? new Value(i) : values[i * 7919 % i].mul(values[i * 31 % i]);
            last = last.add(values[i]);
        }
        return last;
    }
}
