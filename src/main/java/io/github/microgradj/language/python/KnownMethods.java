package io.github.microgradj.language.python;

import io.github.microgradj.language.python.syntax.Refusal;
import io.github.microgradj.language.python.syntax.Syntax;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The methods and fields of Values and networks that translated code uses without a lookup at run time. */
final class KnownMethods {
    private static final Set<String> FIELDS = Set.of("data", "grad", "label");
    private static final Set<String> OF_VALUES =
            Set.of("relu", "tanh", "exp", "log", "sqrt", "sigmoid", "sin", "cos", "softplus");
    private static final Map<String, String> ACTIONS = Map.of("backward", "backward()", "zero_grad", "zeroGrad()");

    private KnownMethods() {}

    static boolean isField(String name) {
        return FIELDS.contains(name);
    }

    /** Returns a call without arguments to a method that has a result; empty if the method is not known. */
    static Optional<JavaExpression> result(JavaExpression object, String name) {
        String target = object.in(JavaExpression.Level.OPERAND);
        if (object.type() == PythonType.VALUE && OF_VALUES.contains(name)) {
            return Optional.of(JavaExpression.operand(target + "." + name + "()", PythonType.VALUE));
        }
        return object.type().isNetwork() && name.equals("parameters")
                ? Optional.of(JavaExpression.operand(target + ".parameters()", PythonType.VALUES))
                : Optional.empty();
    }

    /** Returns a call without arguments to a method that has no result; empty if the method is not known. */
    static Optional<String> action(JavaExpression object, String name) {
        boolean known = (object.type() == PythonType.VALUE && name.equals("backward"))
                || (object.type().isNetwork() && name.equals("zero_grad"));
        return known
                ? Optional.of(object.in(JavaExpression.Level.OPERAND) + "." + ACTIONS.get(name))
                : Optional.empty();
    }

    /** Refuses {@code _backward}, the attribute of micrograd's Values that runs a single step of backpropagation. */
    static void checkSteps(Syntax.Attribute attribute, String object) {
        if (attribute.name().equals("_backward")) {
            throw new Refusal(
                    attribute.span(),
                    "a Value has no _backward(); :check " + object
                            + " checks gradients that you set by hand, and :graph " + object
                            + " --step shows backward() node by node");
        }
    }
}
