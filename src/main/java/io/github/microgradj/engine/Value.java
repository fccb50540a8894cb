package io.github.microgradj.engine;

import io.github.microgradj.text.Repr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scalar that remembers how it was computed, so that {@link #backward()} can tell how it depends on every value that went
 * into it.
 *
 * <p>{@code data}, {@code grad} and {@code label} are public and mutable, as in micrograd: {@code p.data -= 0.1 * p.grad}.
 * The graph itself is immutable; two values are equal only if they are the same node.
 */
public sealed class Value {
    /** The number this node holds. */
    public double data;
    /** The derivative of the value on which {@link #backward()} was called by this one; leaves accumulate it over calls. */
    public double grad;
    /** A name to show in graphs; empty if there is none. */
    public String label;

    /** A value that an operation made. A class of its own, because a leaf does without all this: it takes half the memory. */
    private static final class Computed extends Value {
        /** Ends the list of nodes that a backward pass threads through {@link #next}. */
        private static final Computed END = new Computed(0, Op.NEG, new Value(0), null, 0, 0);

        private final Op op;
        private final Value left;
        private final @Nullable Value right;
        private final double leftGradient;
        /** The local gradient of the right operand; of a unary node its constant, such as the exponent of {@link Op#POW}. */
        private final double rightGradient;
        /** The parent while a pass is inside this node, then the next node in the pass; null between passes. */
        private @Nullable Computed next;

        Computed(double data, Op op, Value left, @Nullable Value right, double dl, double dr) {
            super(data);
            this.op = op;
            this.left = left;
            this.right = right;
            this.leftGradient = dl;
            this.rightGradient = dr;
        }

        private Computed enter(Computed parent) {
            next = parent;
            grad = 0;
            return this;
        }
    }

    /** A leaf: an input or a parameter. */
    public Value(double data) {
        this(data, "");
    }

    /** A leaf with a name, which graphs show. */
    public Value(double data, String label) {
        this.data = data;
        this.label = label;
    }

    /** A leaf: an input or a parameter. */
    public static Value of(double data) {
        return new Value(data);
    }

    /**
     * The node {@code op(a, b)} of a binary operation.
     *
     * @throws IllegalArgumentException if the operation is unary
     */
    public static Value apply(Op op, Value a, Value b) {
        if (op.arity() != 2) {
            throw new IllegalArgumentException(op + " takes one Value and a number, was given two Values");
        }
        double y = op.forward().apply(a.data, b.data);
        double da = op.da().apply(a.data, b.data, y);
        return new Computed(y, op, a, b, da, op.db().apply(a.data, b.data, y));
    }

    /**
     * The node {@code op(a)} of a unary operation; {@code constant} is the exponent of {@link Op#POW}, else unused.
     *
     * @throws IllegalArgumentException if the operation is binary
     */
    public static Value apply(Op op, Value a, double constant) {
        if (op.arity() != 1) {
            throw new IllegalArgumentException(op + " takes two Values, was given one and the number " + constant);
        }
        double y = op.forward().apply(a.data, constant);
        return new Computed(y, op, a, null, op.da().apply(a.data, constant, y), constant);
    }

    /** a + b; the derivative by either operand is 1. */
    public Value add(Value other) {
        return apply(Op.ADD, this, other);
    }

    /** a + b for a plain number. */
    public Value add(double other) {
        return add(new Value(other));
    }

    /** a - b; the derivatives are 1 and -1. */
    public Value sub(Value other) {
        return apply(Op.SUB, this, other);
    }

    /** a - b for a plain number. */
    public Value sub(double other) {
        return sub(new Value(other));
    }

    /** a * b; the derivative by each operand is the other one. */
    public Value mul(Value other) {
        return apply(Op.MUL, this, other);
    }

    /** a * b for a plain number. */
    public Value mul(double other) {
        return mul(new Value(other));
    }

    /** a / b; the derivatives are 1/b and -a/b^2. */
    public Value div(Value other) {
        return apply(Op.DIV, this, other);
    }

    /** a / b for a plain number. */
    public Value div(double other) {
        return div(new Value(other));
    }

    /** The power x^k with a constant exponent; the derivative is k * x^(k - 1). */
    public Value pow(double exponent) {
        return apply(Op.POW, this, exponent);
    }

    /** The power a^b; the derivatives are b * a^(b - 1) and a^b * log(a). */
    public Value pow(Value exponent) {
        return apply(Op.POWER, this, exponent);
    }

    /** max(a, b); the derivative is 1 for the larger one, 1/2 for each if they are equal. */
    public Value max(Value other) {
        return apply(Op.MAX, this, other);
    }

    /** max(a, b) for a plain number. */
    public Value max(double other) {
        return max(new Value(other));
    }

    /** min(a, b); the derivative is 1 for the smaller one, 1/2 for each if they are equal. */
    public Value min(Value other) {
        return apply(Op.MIN, this, other);
    }

    /** min(a, b) for a plain number. */
    public Value min(double other) {
        return min(new Value(other));
    }

    /** -x; the derivative is -1. */
    public Value neg() {
        return apply(Op.NEG, this, 0);
    }

    /** e^x, which is its own derivative. */
    public Value exp() {
        return apply(Op.EXP, this, 0);
    }

    /** The natural logarithm; the derivative is 1/x. */
    public Value log() {
        return apply(Op.LOG, this, 0);
    }

    /** The square root; the derivative is 1 / (2 * sqrt(x)). */
    public Value sqrt() {
        return apply(Op.SQRT, this, 0);
    }

    /** |x|; the derivative is the sign of x, 0 at 0. */
    public Value abs() {
        return apply(Op.ABS, this, 0);
    }

    /** The sine of x in radians; the derivative is cos(x). */
    public Value sin() {
        return apply(Op.SIN, this, 0);
    }

    /** The cosine of x in radians; the derivative is -sin(x). */
    public Value cos() {
        return apply(Op.COS, this, 0);
    }

    /** The hyperbolic tangent; the derivative is 1 - tanh(x)^2. */
    public Value tanh() {
        return apply(Op.TANH, this, 0);
    }

    /** The logistic function y = 1 / (1 + e^-x); the derivative is y * (1 - y). */
    public Value sigmoid() {
        return apply(Op.SIGMOID, this, 0);
    }

    /** log(1 + e^x), without overflow; the derivative is 1 / (1 + e^-x). */
    public Value softplus() {
        return apply(Op.SOFTPLUS, this, 0);
    }

    /** max(x, 0); the derivative is 1 above 0, else 0. */
    public Value relu() {
        return apply(Op.RELU, this, 0);
    }

    /**
     * Sets {@code grad} of every node below this one to the derivative of this value by that node. As in PyTorch, leaves
     * accumulate over calls (clear them with {@code zeroGrad()}), interior nodes start afresh in each call.
     *
     * <p>Each node is visited once, in the reverse of the order in which a depth-first walk, right operand first, finishes
     * it: the order in which gradients are summed is part of the contract.
     */
    @SuppressWarnings("NullAway") // Each node of the list has a next one.
    public void backward() {
        Computed node = this instanceof Computed root ? linkInReverseTopologicalOrder(root) : Computed.END;
        grad = this instanceof Computed ? 1 : grad + 1;
        while (node != Computed.END) {
            node.left.grad += node.leftGradient * node.grad;
            if (node.right != null) {
                node.right.grad += node.rightGradient * node.grad;
            }
            Computed following = node.next;
            node.next = null;
            node = following;
        }
    }

    /**
     * Threads the interior nodes into a list through {@code next}, root first, and clears their gradients. The walk keeps its
     * stack there as well, so that a chain of ten million nodes needs no memory.
     */
    @SuppressWarnings("NullAway") // A visited node has its parent in next.
    private static Computed linkInReverseTopologicalOrder(Computed root) {
        Computed first = Computed.END;
        Computed node = root.enter(Computed.END);
        while (node != Computed.END) {
            if (node.right instanceof Computed right && right.next == null) {
                node = right.enter(node);
            } else if (node.left instanceof Computed left && left.next == null) {
                node = left.enter(node);
            } else {
                Computed parent = node.next;
                node.next = first;
                first = node;
                node = parent;
            }
        }
        return first;
    }

    /** The operation that made this node, or null for a leaf. */
    public @Nullable Op op() {
        return this instanceof Computed result ? result.op : null;
    }

    /** The operands of this node, left to right; none for a leaf. */
    public List<Value> operands() {
        return !(this instanceof Computed node)
                ? List.of()
                : node.right == null ? List.of(node.left) : List.of(node.left, node.right);
    }

    /** The plain constant of a unary operation, such as the exponent of {@link Op#POW}; 0 if there is none. */
    public double constant() {
        return this instanceof Computed result && result.right == null ? result.rightGradient : 0;
    }

    /** How graphs show the operation: {@code +}, {@code **2}; empty for a leaf. */
    public String symbol() {
        String exponent = Op.POW.equals(op()) ? Repr.of(constant()).replaceAll("\\.0$", "") : "";
        return this instanceof Computed node ? node.op.symbol() + exponent : "";
    }

    /** {@code Value(data=24.70408163265306, grad=0.0)}, as micrograd prints it. */
    @Override
    public String toString() {
        return "Value(data=" + Repr.of(data) + ", grad=" + Repr.of(grad) + ")";
    }
}
