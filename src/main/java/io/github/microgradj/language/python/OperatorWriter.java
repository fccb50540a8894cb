package io.github.microgradj.language.python;

import io.github.microgradj.language.python.JavaExpression.Level;
import io.github.microgradj.language.python.syntax.LargeNumbers;
import java.util.Map;
import java.util.Optional;

/** A writer of Java code for Python operators. Each operator keeps the meaning that it has in Python. */
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

    JavaExpression binary(String operator, JavaExpression left, JavaExpression right) {
        if (left.type() == PythonType.NEVER || right.type() == PythonType.NEVER) {
            return JavaExpression.operand("null", PythonType.NEVER);
        }
        return typed(operator, left, right).orElseGet(() -> dynamic(operator, left, right));
    }

    static JavaExpression dynamic(String operator, JavaExpression left, JavaExpression right) {
        String operands = left.boxed() + ", " + right.boxed();
        String name = DYNAMIC.get(operator);
        String text = name != null
                ? "Py." + name + "(" + operands + ")"
                : "Py.binary(\"" + operator + "\", " + operands + ")";
        JavaExpression result = JavaExpression.operand(text, PythonType.ANY);
        boolean text1 = left.type() == PythonType.STR && (operator.equals("%") || right.type() == PythonType.INT);
        return text1 && !operator.equals("-") ? result.as(PythonType.STR) : result;
    }

    private static Optional<JavaExpression> typed(String operator, JavaExpression left, JavaExpression right) {
        PythonType a = left.type();
        PythonType b = right.type();
        boolean value = (a == PythonType.VALUE && (b == PythonType.VALUE || b.isNumber()))
                || (a.isNumber() && b == PythonType.VALUE);
        if (value && OF_VALUES.containsKey(operator)) {
            return Optional.of(JavaExpression.operand(
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

    private static Optional<JavaExpression> ofInts(String operator, JavaExpression left, JavaExpression right) {
        String exact = EXACT.get(operator);
        boolean literals = left.text().matches("-?\\d+") && right.text().matches("-?\\d+");
        if (exact != null) {
            return Optional.of(JavaExpression.operand(
                    "Math." + exact + "(" + (literals ? left.boxed() : left.text()) + ", " + right.text() + ")",
                    PythonType.INT));
        }
        boolean divisor = right.text().matches("\\d*[1-9]\\d*");
        if (divisor && operator.equals("/")) {
            return Optional.of(new JavaExpression(
                    (left.text().matches("\\d+") ? left.text() + ".0" : left.in(Level.PRODUCT)) + " / " + right.text()
                            + ".0",
                    PythonType.FLOAT,
                    Level.PRODUCT));
        }
        if (divisor && (operator.equals("%") || operator.equals("//"))) {
            return Optional.of(JavaExpression.operand(
                    (operator.equals("%") ? "Math.floorMod(" : "Math.floorDiv(") + left.boxed() + ", " + right.boxed()
                            + ")",
                    PythonType.INT));
        }
        if (operator.equals("/")) {
            return Optional.of(division(left, right));
        }
        boolean power = operator.equals("**") && right.text().matches("\\d{1,3}");
        return power
                ? Optional.of(
                        JavaExpression.operand("Ops.pow(" + left.boxed() + ", " + right.boxed() + ")", PythonType.INT))
                : Optional.empty();
    }

    private static Optional<JavaExpression> ofFloats(String operator, JavaExpression left, JavaExpression right) {
        return switch (operator) {
            case "+", "-" -> Optional.of(infix(left, operator, right, Level.SUM, PythonType.FLOAT));
            case "*" -> Optional.of(infix(left, operator, right, Level.PRODUCT, PythonType.FLOAT));
            case "/" ->
                Optional.of(
                        isNonzero(right)
                                ? infix(left, operator, right, Level.PRODUCT, PythonType.FLOAT)
                                : division(left, right));
            case "**" ->
                right.text().matches("\\d{1,3}")
                        ? Optional.of(JavaExpression.operand(
                                "Ops.pow(" + left.text() + ", " + right.text() + ")", PythonType.FLOAT))
                        : Optional.empty();
            case "%", "//" -> Optional.of(dynamic(operator, left, right).as(PythonType.FLOAT));
            default -> Optional.empty();
        };
    }

    /** Returns a division that fails if the divisor is 0, as in Python. */
    private static JavaExpression division(JavaExpression left, JavaExpression right) {
        return JavaExpression.operand("Py.truediv(" + left.text() + ", " + right.text() + ")", PythonType.FLOAT);
    }

    private static boolean isNonzero(JavaExpression number) {
        return number.text().matches("[\\d.E-]+") && Double.parseDouble(number.text()) != 0;
    }

    private static JavaExpression infix(
            JavaExpression left, String operator, JavaExpression right, Level level, PythonType type) {
        Level tighter = level == Level.SUM ? Level.PRODUCT : Level.UNARY;
        return new JavaExpression(left.in(level) + " " + operator + " " + right.in(tighter), type, level);
    }

    JavaExpression unary(String operator, JavaExpression operand) {
        PythonType type = operand.type();
        if (type == PythonType.NEVER) {
            return operand;
        }
        return switch (operator) {
            case "not" -> operand.truth().not();
            case "-" -> negated(operand);
            case "+" ->
                type.isNumber() ? operand : JavaExpression.operand("Py.pos(" + operand.boxed() + ")", PythonType.ANY);
            default -> JavaExpression.operand("Py.invert(" + operand.boxed() + ")", PythonType.ANY);
        };
    }

    private static JavaExpression negated(JavaExpression operand) {
        PythonType type = operand.type();
        if (type == PythonType.FLOAT || operand.text().matches("\\d+L?")) {
            String minus = operand.text().startsWith("-") ? "- " : "-";
            return new JavaExpression(minus + operand.in(Level.UNARY), type, Level.UNARY);
        }
        String method = type == PythonType.INT ? "Math.negateExact" : type == PythonType.VALUE ? "Ops.neg" : "Py.neg";
        return JavaExpression.operand(
                method + "(" + (method.equals("Py.neg") ? operand.boxed() : operand.text()) + ")",
                method.equals("Py.neg") ? PythonType.ANY : type);
    }

    JavaExpression compare(String operator, JavaExpression left, JavaExpression right) {
        PythonType a = left.type();
        PythonType b = right.type();
        if (operator.equals("is") || operator.equals("is not")) {
            return identity(operator.equals("is"), left, right);
        }
        if (operator.endsWith("in")) {
            JavaExpression contains =
                    JavaExpression.operand("Py.contains(" + right.boxed() + ", " + left.boxed() + ")", PythonType.BOOL);
            return operator.equals("in") ? contains : contains.not();
        }
        boolean equality = operator.equals("==") || operator.equals("!=");
        if (a.isNumber() && b.isNumber()) {
            Level level = equality ? Level.EQUALITY : Level.RELATION;
            return new JavaExpression(
                    left.in(Level.SUM) + " " + operator + " " + right.in(Level.SUM), PythonType.BOOL, level);
        }
        if (a == PythonType.STR && b == PythonType.STR && equality) {
            JavaExpression equal =
                    JavaExpression.operand(left.in(Level.OPERAND) + ".equals(" + right.text() + ")", PythonType.BOOL);
            return operator.equals("==") ? equal : equal.not();
        }
        String operands = left.boxed() + ", " + right.boxed();
        boolean array = a == PythonType.ANY || b == PythonType.ANY;
        return array
                ? JavaExpression.operand("Py.compare(\"" + operator + "\", " + operands + ")", PythonType.ANY)
                : JavaExpression.operand("Py." + COMPARISONS.get(operator) + "(" + operands + ")", PythonType.BOOL);
    }

    /** Returns a comparison that is used only as a condition. */
    JavaExpression truthOf(String operator, JavaExpression left, JavaExpression right) {
        JavaExpression compared = compare(operator, left, right);
        return compared.type() == PythonType.ANY
                ? JavaExpression.operand(
                        "Py." + COMPARISONS.get(operator) + "(" + left.boxed() + ", " + right.boxed() + ")",
                        PythonType.BOOL)
                : compared;
    }

    private static JavaExpression identity(boolean is, JavaExpression left, JavaExpression right) {
        boolean none = left.type() == PythonType.NONE || right.type() == PythonType.NONE;
        JavaExpression other = left.type() == PythonType.NONE ? right : left;
        if (none && !other.type().isPrimitive()) {
            return new JavaExpression(
                    other.in(Level.EQUALITY) + (is ? " == " : " != ") + "null", PythonType.BOOL, Level.EQUALITY);
        }
        JavaExpression same =
                JavaExpression.operand("Py.is(" + left.boxed() + ", " + right.boxed() + ")", PythonType.BOOL);
        return is ? same : same.not();
    }

    /** Returns the new value of {@code target operator= value}. */
    JavaExpression augmented(String operator, JavaExpression target, JavaExpression value) {
        if (target.type() == PythonType.NEVER || value.type() == PythonType.NEVER) {
            return JavaExpression.operand("null", PythonType.NEVER);
        }
        Optional<JavaExpression> typed = typed(operator, target, value);
        boolean grows = LargeNumbers.isGrowth(operator)
                && typed.filter(each -> each.type() == PythonType.INT).isPresent();
        if (typed.isPresent() && !grows) {
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
        JavaExpression result = JavaExpression.operand(
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
