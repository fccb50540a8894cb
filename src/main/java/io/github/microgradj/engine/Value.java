package io.github.microgradj.engine;

import io.github.microgradj.text.Repr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scalar that remembers how it was computed, so that {@link #backward()} can compute its derivative with respect to
 * every value that it depends on.
 *
 * <p>{@code data}, {@code grad} and {@code label} are public and mutable, as in micrograd:
 * {@code p.data -= 0.1 * p.grad}. The graph itself is immutable; two values are equal only if they are the same node.
 */
public sealed class Value {
    /** The number that this node holds. */
    public double data;
    /**
     * The derivative, with respect to this node, of the value on which {@link #backward()} was called. In leaves, it
     * accumulates over calls.
     */
    public double grad;
    /** The name that graphs show; empty if there is none. */
    public String label;

    /**
     * The result of an operation. It is a subclass so that a leaf, which needs none of these fields, takes only half as
     * much memory.
     */
    private static final class Computed extends Value {
        /** The end of the list of nodes that a backward pass threads through {@link #next}. */
        private static final Computed END = new Computed(0, Op.NEG, new Value(0), null, 0, 0);

        private final Op op;
        private final Value left;
        private final @Nullable Value right;
        private final double leftGradient;
        /**
         * The local gradient of the right operand of a binary operation, or the constant of a unary one, such as the
         * exponent of {@link Op#POW}.
         */
        private final double rightGradient;
        /**
         * During the walk, the node from which this one was entered; after that, the next node of the backward pass.
         * Null between passes.
         */
        private @Nullable Computed next;

        Computed(double data, Op op, Value left, @Nullable Value right, double dl, double dr) {
            super(data);
            this.op = op;
            this.left = left;
            this.right = right;
            this.leftGradient = dl;
            this.rightGradient = dr;
        }

        /** Returns whether a walk that enters this node would leave it at once. */
        private boolean isReady() {
            return !(left instanceof Computed a && a.next == null) && !(right instanceof Computed b && b.next == null);
        }

        private Computed enter(Computed parent) {
            next = parent;
            grad = 0;
            return this;
        }
    }

    /** Creates a leaf: an input or a parameter. */
    public Value(double data) {
        this(data, "");
    }

    /** Creates a leaf with a name that graphs show. */
    public Value(double data, String label) {
        this.data = data;
        this.label = label;
    }

    /** Returns a leaf: an input or a parameter. */
    public static Value of(double data) {
        return new Value(data);
    }

    /**
     * Returns the node {@code op(a, b)} of a binary operation.
     *
     * @throws IllegalArgumentException if the operation is unary
     */
    public static Value apply(Op op, Value a, Value b) {
        if (op.arity() != 2) {
            throw new IllegalArgumentException(op + " takes one Value and a number, got two Values");
        }
        double y = op.forward().apply(a.data, b.data);
        double da = op.da().apply(a.data, b.data, y);
        return new Computed(y, op, a, b, da, op.db().apply(a.data, b.data, y));
    }

    /**
     * Returns the node {@code op(a)} of a unary operation. The constant is the exponent of {@link Op#POW}; other
     * operations ignore it.
     *
     * @throws IllegalArgumentException if the operation is binary
     */
    public static Value apply(Op op, Value a, double constant) {
        if (op.arity() != 1) {
            throw new IllegalArgumentException(op + " takes two Values, got one Value and the number " + constant);
        }
        double y = op.forward().apply(a.data, constant);
        return new Computed(y, op, a, null, op.da().apply(a.data, constant, y), constant);
    }

    /** Returns a + b; the derivative with respect to either operand is 1. */
    public Value add(Value other) {
        return apply(Op.ADD, this, other);
    }

    /** Returns a + b for a plain number b. */
    public Value add(double other) {
        return add(new Value(other));
    }

    /** Returns a - b; the derivatives are 1 and -1. */
    public Value sub(Value other) {
        return apply(Op.SUB, this, other);
    }

    /** Returns a - b for a plain number b. */
    public Value sub(double other) {
        return sub(new Value(other));
    }

    /** Returns a * b; the derivative with respect to each operand is the other operand. */
    public Value mul(Value other) {
        return apply(Op.MUL, this, other);
    }

    /** Returns a * b for a plain number b. */
    public Value mul(double other) {
        return mul(new Value(other));
    }

    /** Returns a / b; the derivatives are 1/b and -a/b^2. */
    public Value div(Value other) {
        return apply(Op.DIV, this, other);
    }

    /** Returns a / b for a plain number b. */
    public Value div(double other) {
        return div(new Value(other));
    }

    /** Returns the power x^k with a constant exponent; the derivative is k * x^(k - 1). */
    public Value pow(double exponent) {
        return apply(Op.POW, this, exponent);
    }

    /** Returns the power a^b; the derivatives are b * a^(b - 1) and a^b * log(a). */
    public Value pow(Value exponent) {
        return apply(Op.POWER, this, exponent);
    }

    /** Returns max(a, b); the derivative is 1 for the larger operand, or 1/2 for each if they are equal. */
    public Value max(Value other) {
        return apply(Op.MAX, this, other);
    }

    /** Returns max(a, b) for a plain number b. */
    public Value max(double other) {
        return max(new Value(other));
    }

    /** Returns min(a, b); the derivative is 1 for the smaller operand, or 1/2 for each if they are equal. */
    public Value min(Value other) {
        return apply(Op.MIN, this, other);
    }

    /** Returns min(a, b) for a plain number b. */
    public Value min(double other) {
        return min(new Value(other));
    }

    /** Returns -x; the derivative is -1. */
    public Value neg() {
        return apply(Op.NEG, this, 0);
    }

    /** Returns e^x, which is its own derivative. */
    public Value exp() {
        return apply(Op.EXP, this, 0);
    }

    /** Returns the natural logarithm; the derivative is 1/x. */
    public Value log() {
        return apply(Op.LOG, this, 0);
    }

    /** Returns the square root; the derivative is 1 / (2 * sqrt(x)). */
    public Value sqrt() {
        return apply(Op.SQRT, this, 0);
    }

    /** Returns |x|; the derivative is the sign of x, which is 0 at 0. */
    public Value abs() {
        return apply(Op.ABS, this, 0);
    }

    /** Returns the sine of x in radians; the derivative is cos(x). */
    public Value sin() {
        return apply(Op.SIN, this, 0);
    }

    /** Returns the cosine of x in radians; the derivative is -sin(x). */
    public Value cos() {
        return apply(Op.COS, this, 0);
    }

    /** Returns the hyperbolic tangent; the derivative is 1 - tanh(x)^2. */
    public Value tanh() {
        return apply(Op.TANH, this, 0);
    }

    /** Returns the logistic function y = 1 / (1 + e^-x); the derivative is y * (1 - y). */
    public Value sigmoid() {
        return apply(Op.SIGMOID, this, 0);
    }

    /** Returns log(1 + e^x), without overflow; the derivative is 1 / (1 + e^-x). */
    public Value softplus() {
        return apply(Op.SOFTPLUS, this, 0);
    }

    /** Returns max(x, 0); the derivative is 1 if x is above 0, and 0 otherwise. */
    public Value relu() {
        return apply(Op.RELU, this, 0);
    }

    /**
     * Sets the {@code grad} of every node from which this value was computed to the derivative of this value with
     * respect to that node. As in PyTorch, the gradients of leaves accumulate over calls until {@code zeroGrad()}
     * clears them, whereas those of interior nodes start at 0 in each call.
     *
     * <p>Each node is visited once, in reverse postorder of a depth-first walk that visits the right operand first. The
     * order in which gradients are summed is part of the contract.
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
     * Links the interior nodes into a list through {@code next}, root first, and clears their gradients. The walk also
     * keeps its stack in {@code next}, so that a chain of ten million nodes needs no extra memory.
     */
    @SuppressWarnings("NullAway") // An entered node has its parent in next.
    private static Computed linkInReverseTopologicalOrder(Computed root) {
        Computed first = Computed.END;
        Computed node = root.enter(Computed.END);
        while (node != Computed.END) {
            if (node.right instanceof Computed right && right.next == null) {
                if (!right.isReady()) {
                    node = right.enter(node);
                    continue;
                }
                first = right.enter(first); // It would be left at once, like the product in a sum of products.
            }
            if (node.left instanceof Computed left && left.next == null) {
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

    /** Returns the operation that computed this node, or null for a leaf. */
    public @Nullable Op op() {
        return this instanceof Computed result ? result.op : null;
    }

    /** Returns the operands of this node from left to right; the list is empty for a leaf. */
    public List<Value> operands() {
        return !(this instanceof Computed node)
                ? List.of()
                : node.right == null ? List.of(node.left) : List.of(node.left, node.right);
    }

    /** Returns the constant of a unary operation, such as the exponent of {@link Op#POW}, or 0 if there is none. */
    public double constant() {
        return this instanceof Computed result && result.right == null ? result.rightGradient : 0;
    }

    /** Returns the symbol that graphs show, such as {@code +} or {@code **2}; empty for a leaf. */
    public String symbol() {
        String exponent = Op.POW.equals(op()) ? Repr.of(constant()).replaceAll("\\.0$", "") : "";
        return this instanceof Computed node ? node.op.symbol() + exponent : "";
    }

    /** Returns text such as {@code Value(data=24.7, grad=0.0)}, as micrograd prints it. */
    @Override
    public String toString() {
        return "Value(data=" + Repr.of(data) + ", grad=" + Repr.of(grad) + ")";
    }
}
