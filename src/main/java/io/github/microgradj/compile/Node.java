package io.github.microgradj.compile;

import io.github.microgradj.engine.Op;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A node of a traced function.
 *
 * @param kind the kind of node
 * @param op the operation; null for a leaf
 * @param left the index of the left operand, which is less than that of this node; -1 if there is none
 * @param right the index of the right operand; -1 if there is none
 * @param number the value of a constant or the constant of a unary operation; otherwise 0
 * @param index the index of the parameter or input; otherwise -1
 */
record Node(Kind kind, @Nullable Op op, int left, int right, double number, int index) {
    enum Kind {
        PARAMETER,
        INPUT,
        CONSTANT,
        OPERATION
    }

    /** Returns whether this node equals another except for the value of a constant. */
    boolean fits(Node other) {
        boolean sameNumber = kind == Kind.CONSTANT || Double.compare(number, other.number) == 0;
        return kind == other.kind
                && Objects.equals(op, other.op)
                && left == other.left
                && right == other.right
                && sameNumber
                && index == other.index;
    }

    /**
     * Returns a description such as {@code tanh}, {@code ** 2.0}, {@code parameter 3}, {@code input 0} or
     * {@code a constant}.
     */
    String describe() {
        return switch (kind) {
            case PARAMETER -> "parameter " + index;
            case INPUT -> "input " + index;
            case CONSTANT -> "a constant";
            case OPERATION -> op + (number == 0 ? "" : " " + number);
        };
    }
}
