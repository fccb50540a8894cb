package io.github.microgradj.language.python;

import io.github.microgradj.language.python.syntax.Refusal;
import io.github.microgradj.language.python.syntax.Syntax;
import io.github.microgradj.language.python.syntax.Trees;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The micrograd classes that cells define again. microgradj's own classes are used in their place. */
final class PastedClasses {
    static final Set<String> NETWORKS = Set.of("Neuron", "Layer", "MLP");
    private static final Set<String> OWN = Set.of("Value", "Neuron", "Layer", "MLP", "Module");
    private static final List<String> ACTIVATIONS = List.of("tanh", "sigmoid", "relu");

    private PastedClasses() {}

    /**
     * Records a definition of one of micrograd's classes, and how its neurons differ from microgradj's. Refuses any
     * other class.
     */
    static void add(Syntax.ClassDefinition definition, PythonNames names) {
        if (!OWN.contains(definition.name())) {
            throw new Refusal(
                    definition.span(),
                    "class " + definition.name()
                            + ": Python classes are not supported; write functions or a Java class");
        }
        String note = "class " + definition.name() + ": microgradj's own " + definition.name() + " is used";
        boolean own = !definition.name().equals("Neuron")
                || Trees.mentions(definition.body(), "nonlin")
                || Trees.any(
                        definition.body(),
                        each -> each instanceof Syntax.Attribute attribute
                                && attribute.name().equals("nonlin"));
        if (own) {
            names.note(note);
            return;
        }
        String activation = ACTIVATIONS.stream()
                .filter(name -> calls(definition, name) > 0)
                .findFirst()
                .orElse("linear");
        names.setPastedNeuron(
                "Activation." + activation.toUpperCase(Locale.ROOT) + ", " + (calls(definition, "uniform") > 1));
        names.note(note + ", with " + activation + " in every layer, as in this class");
    }

    private static long calls(Syntax.ClassDefinition definition, String name) {
        return Trees.all(definition.body())
                .filter(each -> each instanceof Syntax.Call call
                        && ((call.function() instanceof Syntax.Attribute attribute
                                        && attribute.name().equals(name))
                                || (call.function() instanceof Syntax.Name function
                                        && function.name().equals(name))))
                .count();
    }
}
