package io.github.microgradj.engine;

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
    private static final class Result extends Value {
        /** Ends the list of nodes that a backward pass threads through {@link #next}. */
        private static final Result END = new Result(0, Op.NEG, new Value(0), null, 0, 0);

        private final Op op;
        private final Value left;
        private final @Nullable Value right;
        private final double leftGradient;
        /** The local gradient of the right operand; of a unary node its constant, such as the exponent of {@link Op#POW}. */
        private final double rightGradient;
        /** The parent while a pass is inside this node, then the next node in the pass; null between passes. */
        private @Nullable Result next;

        Result(double data, Op op, Value left, @Nullable Value right, double dl, double dr) {
            super(data);
            this.op = op;
            this.left = left;
            this.right = right;
            this.leftGradient = dl;
            this.rightGradient = dr;
        }

        private Result enter(Result parent) {
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

    /** The node {@code op(a, b)} of a binary operation. */
    public static Value apply(Op op, Value a, Value b) {
        double y = op.forward().apply(a.data, b.data);
        double da = op.da().apply(a.data, b.data, y);
        return new Result(y, op, a, b, da, op.db().apply(a.data, b.data, y));
    }

    /** The node {@code op(a)} of a unary operation; {@code constant} is the exponent of {@link Op#POW}, else unused. */
    public static Value apply(Op op, Value a, double constant) {
        if (op.arity() != 1) {
            throw new IllegalArgumentException(op + " takes two Values, was given one and the number " + constant);
        }
        double y = op.forward().apply(a.data, constant);
        return new Result(y, op, a, null, op.da().apply(a.data, constant, y), constant);
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
        if (!(this instanceof Result root)) {
            grad += 1;
            return;
        }
        Result node = linkInReverseTopologicalOrder(root);
        grad = 1;
        while (node != Result.END) {
            node.left.grad += node.leftGradient * node.grad;
            if (node.right != null) {
                node.right.grad += node.rightGradient * node.grad;
            }
            Result following = node.next;
            node.next = null;
            node = following;
        }
    }

    /**
     * Threads the interior nodes into a list through {@code next}, root first, and clears their gradients. The walk keeps its
     * stack there as well, so that a chain of ten million nodes needs no memory.
     */
    @SuppressWarnings("NullAway") // A visited node has its parent in next.
    private static Result linkInReverseTopologicalOrder(Result root) {
        Result first = Result.END;
        Result node = root.enter(Result.END);
        while (node != Result.END) {
            if (node.right instanceof Result right && right.next == null) {
                node = right.enter(node);
            } else if (node.left instanceof Result left && left.next == null) {
                node = left.enter(node);
            } else {
                Result parent = node.next;
                node.next = first;
                first = node;
                node = parent;
            }
        }
        return first;
    }

    /** The operation that made this node, or null for a leaf. */
    public @Nullable Op op() {
        return this instanceof Result result ? result.op : null;
    }

    /** The operands of this node, left to right; none for a leaf. */
    public List<Value> operands() {
        if (!(this instanceof Result result)) {
            return List.of();
        }
        return result.right == null ? List.of(result.left) : List.of(result.left, result.right);
    }

    /** The plain constant of a unary operation, such as the exponent of {@link Op#POW}; 0 if there is none. */
    public double constant() {
        return this instanceof Result result && result.right == null ? result.rightGradient : 0;
    }

    /** How graphs show the operation: {@code +}, {@code **2}; empty for a leaf. */
    public String symbol() {
        Op op = op();
        if (op == null) {
            return "";
        }
        return op.equals(Op.POW) ? op.symbol() + Repr.of(constant()).replaceAll("\\.0$", "") : op.symbol();
    }

    /** {@code Value(data=24.70408163265306, grad=0.0)}, as micrograd prints it. */
    @Override
    public String toString() {
        return "Value(data=" + Repr.of(data) + ", grad=" + Repr.of(grad) + ")";
    }
}
