package io.github.microgradj.language.python;

/**
 * A Java expression.
 *
 * @param text the expression
 * @param type its Python type, to which the Java type of the text corresponds
 * @param level the precedence of its outermost operator
 */
record JavaExpression(String text, PythonType type, Level level) {
    /** The levels of Java's operator precedence that the writers distinguish, from loosest to tightest. */
    enum Level {
        LAMBDA,
        CONDITIONAL,
        OR,
        AND,
        EQUALITY,
        RELATION,
        SUM,
        PRODUCT,
        UNARY,
        OPERAND
    }

    static JavaExpression operand(String text, PythonType type) {
        return new JavaExpression(text, type, Level.OPERAND);
    }

    /** Returns the text as an operand at the given level, in parentheses if this expression binds less tightly. */
    String in(Level around) {
        return level.compareTo(around) < 0 ? "(" + text + ")" : text;
    }

    /**
     * Returns the text for use as an {@code Object}. An L is appended to an integer literal, so that it becomes a
     * {@code Long}.
     */
    String boxed() {
        return type == PythonType.INT && text.matches("-?\\d+") ? text + "L" : text;
    }

    /**
     * Returns the text for use as an {@code Object}, with a cast if the value is primitive or {@code null}, so that
     * Java chooses the overloads for objects.
     */
    String asObject() {
        return type.isPrimitive() || type == PythonType.NONE ? "(Object) " + boxedOperand() : boxed();
    }

    private String boxedOperand() {
        return level.compareTo(Level.UNARY) < 0 || text.startsWith("-") ? "(" + boxed() + ")" : boxed();
    }

    /** Returns this expression converted to the given type, with a cast if necessary. */
    JavaExpression as(PythonType target) {
        if (type == target || target == PythonType.NEVER) {
            return this;
        }
        if (target == PythonType.ANY || target == PythonType.NONE) {
            return new JavaExpression(boxed(), PythonType.ANY, level);
        }
        if (type == PythonType.INT && target == PythonType.FLOAT) {
            return new JavaExpression(
                    text.matches("-?\\d+") ? text + ".0" : "(double) " + in(Level.UNARY), target, Level.UNARY);
        }
        return new JavaExpression("(" + target.java() + ") " + in(Level.UNARY), target, Level.UNARY);
    }

    /** Returns a condition that is true if Python considers this expression true. */
    JavaExpression truth() {
        return switch (type) {
            case BOOL -> this;
            case INT, FLOAT -> new JavaExpression(in(Level.EQUALITY) + " != 0", PythonType.BOOL, Level.EQUALITY);
            case STR -> new JavaExpression("!" + in(Level.OPERAND) + ".isEmpty()", PythonType.BOOL, Level.UNARY);
            default -> operand("Py.truth(" + boxed() + ")", PythonType.BOOL);
        };
    }

    JavaExpression not() {
        return text.startsWith("!") && level == Level.UNARY
                ? new JavaExpression(text.substring(1), PythonType.BOOL, Level.UNARY)
                : new JavaExpression("!" + in(Level.UNARY), PythonType.BOOL, Level.UNARY);
    }
}
