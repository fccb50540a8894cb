package io.github.microgradj.python.value;

/** A binary arithmetic or bitwise operator. */
public enum Operator {
    /** {@code +}. */
    ADD("+"),
    /** {@code -}. */
    SUB("-"),
    /** {@code *}. */
    MUL("*"),
    /** {@code /}. */
    TRUEDIV("/"),
    /** {@code //}. */
    FLOORDIV("//"),
    /** {@code %}. */
    MOD("%"),
    /** {@code **}. */
    POW("**"),
    /** {@code @}. */
    MATMUL("@"),
    /** {@code &}. */
    AND("&"),
    /** {@code |}. */
    OR("|"),
    /** {@code ^}. */
    XOR("^"),
    /** {@code <<}. */
    LSHIFT("<<"),
    /** {@code >>}. */
    RSHIFT(">>");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    /** Returns the operator as it is written. */
    public String symbol() {
        return symbol;
    }
}
