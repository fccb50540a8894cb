package io.github.microgradj.language.python;

import io.github.microgradj.language.python.Java.Level;
import java.util.Map;
import java.util.Optional;

/** The writer of operators, with Python's meaning. */
final class OperatorWriter {
    private static final Map<String, String> DYNAMIC = Map.of(
            "+",
            "add",
            "-",
            "sub",
            "*",
            "mul",
            "/",
            "truediv",
            "//",
            "floordiv",
            "%",
            "mod",
            "**",
            "pow",
            "@",
            "matmul");
    private static final Map<String, String> OF_VALUES =
            Map.of("+", "add", "-", "sub", "*", "mul", "/", "div", "**", "pow");
    private static final Map<String, String> EXACT =
            Map.of("+", "addExact", "-", "subtractExact", "*", "multiplyExact");
    private static final Map<String, String> COMPARISONS =
            Map.of("==", "eq", "!=", "ne", "<", "lt", "<=", "le", ">", "gt", ">=", "ge");

    private final ExpressionWriter expressions;

    OperatorWriter(ExpressionWriter expressions) {
        this.expressions = expressions;
    }

    Java binary(String operator, Java left, Java right) {
        if (left.type() == PythonType.NEVER || right.type() == PythonType.NEVER) {
            return Java.operand("null", PythonType.NEVER);
        }
        return typed(operator, left, right).orElseGet(() -> dynamic(operator, left, right));
    }

    private static Java dynamic(String operator, Java left, Java right) {
        String operands = left.boxed() + ", " + right.boxed();
        String name = DYNAMIC.get(operator);
        String text = name != null
                ? "Py." + name + "(" + operands + ")"
                : "Py.binary(\"" + operator + "\", " + operands + ")";
        Java result = Java.operand(text, PythonType.ANY);
        boolean text1 = left.type() == PythonType.STR && (operator.equals("%") || right.type() == PythonType.INT);
        return text1 && !operator.equals("-") ? result.as(PythonType.STR) : result;
    }

    private static Optional<Java> typed(String operator, Java left, Java right) {
        PythonType a = left.type();
        PythonType b = right.type();
        boolean value = (a == PythonType.VALUE && (b == PythonType.VALUE || b.isNumber()))
                || (a.isNumber() && b == PythonType.VALUE);
        if (value && OF_VALUES.containsKey(operator)) {
            return Optional.of(Java.operand(
                    "Ops." + OF_VALUES.get(operator) + "(" + left.text() + ", " + right.text() + ")",
                    PythonType.VALUE));
        }
        if (a == PythonType.STR && b == PythonType.STR && operator.equals("+")) {
            return Optional.of(infix(left, "+", right, Level.SUM, PythonType.STR));
        }
        if (!a.isNumber() || !b.isNumber()) {
            return Optional.empty();
        }
        return a == PythonType.INT && b == PythonType.INT
                ? ofInts(operator, left, right)
                : ofFloats(operator, left, right);
    }

    private static Optional<Java> ofInts(String operator, Java left, Java right) {
        String exact = EXACT.get(operator);
        boolean literals = left.text().matches("\\d+") && right.text().matches("\\d+");
        if (exact != null) {
            return Optional.of(Java.operand(
                    "Math." + exact + "(" + (literals ? left.boxed() : left.text()) + ", " + right.text() + ")",
                    PythonType.INT));
        }
        boolean divisor = right.text().matches("\\d*[1-9]\\d*");
        if (divisor && operator.equals("/")) {
            return Optional.of(new Java(
                    (left.text().matches("\\d+") ? left.text() + ".0" : left.in(Level.PRODUCT)) + " / " + right.text()
                            + ".0",
                    PythonType.FLOAT,
                    Level.PRODUCT));
        }
        if (divisor && (operator.equals("%") || operator.equals("//"))) {
            return Optional.of(Java.operand(
                    (operator.equals("%") ? "Math.floorMod(" : "Math.floorDiv(") + left.boxed() + ", " + right.boxed()
                            + ")",
                    PythonType.INT));
        }
        if (operator.equals("/")) {
            return Optional.of(division(left, right));
        }
        boolean power = operator.equals("**") && right.text().matches("\\d+");
        return power
                ? Optional.of(Java.operand("Ops.pow(" + left.boxed() + ", " + right.boxed() + ")", PythonType.INT))
                : Optional.empty();
    }

    private static Optional<Java> ofFloats(String operator, Java left, Java right) {
        switch (operator) {
            case "+", "-":
                return Optional.of(infix(left, operator, right, Level.SUM, PythonType.FLOAT));
            case "*":
                return Optional.of(infix(left, operator, right, Level.PRODUCT, PythonType.FLOAT));
            case "/":
                return isNonzero(right)
                        ? Optional.of(infix(left, operator, right, Level.PRODUCT, PythonType.FLOAT))
                        : Optional.of(division(left, right));
            case "**":
                return right.text().matches("\\d{1,3}")
                        ? Optional.of(
                                Java.operand("Ops.pow(" + left.text() + ", " + right.text() + ")", PythonType.FLOAT))
                        : Optional.empty();
            default:
                return operator.equals("%") || operator.equals("//") ? cast(operator, left, right) : Optional.empty();
        }
    }

    /** Returns a division that fails for a divisor of 0, as Python's does. */
    private static Java division(Java left, Java right) {
        return Java.operand("Py.truediv(" + left.text() + ", " + right.text() + ")", PythonType.FLOAT);
    }

    private static Optional<Java> cast(String operator, Java left, Java right) {
        return Optional.of(dynamic(operator, left, right).as(PythonType.FLOAT));
    }

    private static boolean isNonzero(Java number) {
        return number.text().matches("[\\d.E-]+") && Double.parseDouble(number.text()) != 0;
    }

    private static Java infix(Java left, String operator, Java right, Level level, PythonType type) {
        Level tighter = level == Level.SUM ? Level.PRODUCT : Level.UNARY;
        return new Java(left.in(level) + " " + operator + " " + right.in(tighter), type, level);
    }

    Java unary(String operator, Java operand) {
        PythonType type = operand.type();
        if (type == PythonType.NEVER) {
            return operand;
        }
        switch (operator) {
            case "not":
                return operand.truth().not();
            case "-":
                if (type == PythonType.FLOAT || operand.text().matches("\\d+L?")) {
                    String space = operand.text().startsWith("-") ? "- " : "-";
                    return new Java(space + operand.in(Level.UNARY), type, Level.UNARY);
                }
                if (type == PythonType.INT) {
                    return Java.operand("Math.negateExact(" + operand.text() + ")", type);
                }
                return type == PythonType.VALUE
                        ? Java.operand("Ops.neg(" + operand.text() + ")", type)
                        : Java.operand("Py.neg(" + operand.boxed() + ")", PythonType.ANY);
            case "+":
                return type.isNumber() ? operand : Java.operand("Py.pos(" + operand.boxed() + ")", PythonType.ANY);
            default:
                return Java.operand("Py.invert(" + operand.boxed() + ")", PythonType.ANY);
        }
    }

    Java compare(String operator, Java left, Java right) {
        PythonType a = left.type();
        PythonType b = right.type();
        switch (operator) {
            case "in", "not in":
                Java contains =
                        Java.operand("Py.contains(" + right.boxed() + ", " + left.boxed() + ")", PythonType.BOOL);
                return operator.equals("in") ? contains : contains.not();
            case "is", "is not":
                return identity(operator.equals("is"), left, right);
            default:
                break;
        }
        boolean equality = operator.equals("==") || operator.equals("!=");
        if (a.isNumber() && b.isNumber()) {
            Level level = equality ? Level.EQUALITY : Level.RELATION;
            return new Java(left.in(Level.SUM) + " " + operator + " " + right.in(Level.SUM), PythonType.BOOL, level);
        }
        if (a == PythonType.STR && b == PythonType.STR && equality) {
            Java equal = Java.operand(left.in(Level.OPERAND) + ".equals(" + right.text() + ")", PythonType.BOOL);
            return operator.equals("==") ? equal : equal.not();
        }
        String operands = left.boxed() + ", " + right.boxed();
        boolean array = a == PythonType.ANY || b == PythonType.ANY;
        return array
                ? Java.operand("Py.compare(\"" + operator + "\", " + operands + ")", PythonType.ANY)
                : Java.operand("Py." + COMPARISONS.get(operator) + "(" + operands + ")", PythonType.BOOL);
    }

    /** Returns a comparison that is used only for its truth. */
    Java truthOf(String operator, Java left, Java right) {
        Java compared = compare(operator, left, right);
        return compared.type() == PythonType.ANY
                ? Java.operand(
                        "Py." + COMPARISONS.get(operator) + "(" + left.boxed() + ", " + right.boxed() + ")",
                        PythonType.BOOL)
                : compared;
    }

    private static Java identity(boolean is, Java left, Java right) {
        boolean none = left.type() == PythonType.NONE || right.type() == PythonType.NONE;
        Java other = left.type() == PythonType.NONE ? right : left;
        if (none && !other.type().isPrimitive()) {
            return new Java(
                    other.in(Level.EQUALITY) + (is ? " == " : " != ") + "null", PythonType.BOOL, Level.EQUALITY);
        }
        Java same = Java.operand("Py.is(" + left.boxed() + ", " + right.boxed() + ")", PythonType.BOOL);
        return is ? same : same.not();
    }

    /** Returns the new value of {@code target operator= value}. */
    Java augmented(String operator, Java target, Java value) {
        if (target.type() == PythonType.NEVER || value.type() == PythonType.NEVER) {
            return Java.operand("null", PythonType.NEVER);
        }
        Optional<Java> typed = typed(operator, target, value);
        if (typed.isPresent()) {
            return typed.get();
        }
        String operands = target.boxed() + ", " + value.boxed();
        String name =
                switch (operator) {
                    case "+" -> "iadd";
                    case "-" -> "isub";
                    case "*" -> "imul";
                    case "/" -> "itruediv";
                    default -> "";
                };
        Java result = Java.operand(
                name.isEmpty()
                        ? "Py.inPlace(\"" + operator + "\", " + operands + ")"
                        : "Py." + name + "(" + operands + ")",
                PythonType.ANY);
        boolean list = target.type() == PythonType.LIST && (operator.equals("+") || operator.equals("*"));
        return list ? result.as(PythonType.LIST) : result;
    }

    ExpressionWriter expressions() {
        return expressions;
    }
}
