package io.github.microgradj.language.python;

import io.github.microgradj.language.python.syntax.Refusal;
import io.github.microgradj.language.python.syntax.Syntax.Argument;
import io.github.microgradj.language.python.syntax.Syntax.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules by which the arguments of a call are bound to the parameters of a function. */
final class Bound {
    private Bound() {}

    /** Returns the arguments in the order of the parameters, with default values for those that are missing. */
    static List<JavaExpression> arguments(Definition definition, Call call, ExpressionWriter expressions) {
        List<String> parameters = definition.parameters();
        Map<String, JavaExpression> given = new HashMap<>();
        long positional = call.arguments().stream()
                .filter(each -> each.keyword().isEmpty())
                .count();
        if (positional > parameters.size()) {
            throw new Refusal(
                    call.span(),
                    definition.name() + "() takes " + count(parameters.size()) + ", got "
                            + call.arguments().size());
        }
        int position = 0;
        for (Argument argument : call.arguments()) {
            JavaExpression value = expressions.write(argument.value());
            String name = argument.keyword().isEmpty() ? parameters.get(position++) : argument.keyword();
            if (!parameters.contains(name)) {
                throw new Refusal(argument.span(), definition.name() + "() has no parameter " + name);
            }
            if (given.put(name, value) != null) {
                throw new Refusal(argument.span(), definition.name() + "() got two values for " + name);
            }
        }
        List<JavaExpression> values = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            int index = i;
            String name = parameters.get(i);
            values.add(
                    given.containsKey(name)
                            ? given.get(name)
                            : definition
                                    .defaults()
                                    .get(i)
                                    .map(each -> JavaExpression.operand(each, PythonType.ANY))
                                    .orElseThrow(() -> new Refusal(
                                            call.span(),
                                            definition.name() + "() needs a value for " + parameters.get(index))));
        }
        return values;
    }

    private static String count(int count) {
        return count == 1 ? "1 argument" : count + " arguments";
    }
}
