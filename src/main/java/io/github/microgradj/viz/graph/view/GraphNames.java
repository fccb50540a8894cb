package io.github.microgradj.viz.graph.view;

import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.Layer;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.nn.Module;
import io.github.microgradj.nn.Neuron;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names of values, taken from the variables that hold them, and the neurons to which parameters belong. */
public final class GraphNames {
    /** The maximum number of array elements that get names. More names would be unreadable. */
    private static final int MOST_ELEMENTS = 10_000;

    /** A neuron, its name, and the name of its layer. */
    record Owner(String layer, String name, Neuron neuron) {}

    /** A part of a module and its place among the parts, in the order in which data flows through them. */
    record ModulePart(String name, int order, Module module) {}

    private final IdentityHashMap<Value, String> names = new IdentityHashMap<>();
    private final IdentityHashMap<Value, String> parameters = new IdentityHashMap<>();
    private final IdentityHashMap<Value, Owner> owners = new IdentityHashMap<>();
    private final IdentityHashMap<Value, ModulePart> parts = new IdentityHashMap<>();

    /** Creates an empty collection of names. */
    public GraphNames() {}

    private GraphNames(GraphNames other) {
        names.putAll(other.names);
        parameters.putAll(other.parameters);
        owners.putAll(other.owners);
        parts.putAll(other.parts);
    }

    /** Returns these names and the names derived from the given variable. A value that already has a name keeps it. */
    public GraphNames with(String variable, @Nullable Object held) {
        GraphNames more = new GraphNames(this);
        more.add(variable, held);
        return more;
    }

    /** Finds the value that pictures show under the given name, among the values that the variable holds. */
    public static Optional<Value> find(String name, String variable, Object held) {
        GraphNames all = new GraphNames().with(variable, held);
        return Stream.of(all.names, all.parameters)
                .flatMap(names -> names.entrySet().stream())
                .filter(each -> each.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private void add(String name, @Nullable Object held) {
        if (held instanceof Value value) {
            names.putIfAbsent(value, name);
        } else if (held instanceof MLP model) {
            addAll(name, model.layers());
        } else if (held instanceof Layer layer) {
            addNeurons(name, layer);
        } else if (held instanceof Neuron neuron) {
            addNeuron(new Owner(name, name, neuron));
        } else if (held instanceof Module module) {
            List<Value> all = module.parameters();
            for (int i = 0; i < all.size(); i++) {
                parameters.putIfAbsent(all.get(i), name + ".p[" + i + "]");
            }
            int order = 0;
            for (Map.Entry<String, Module> part : module.parts().entrySet()) {
                ModulePart named = new ModulePart(part.getKey(), order++, part.getValue());
                part.getValue().parameters().forEach(parameter -> parts.putIfAbsent(parameter, named));
            }
        } else if (held instanceof Object[] array) {
            addAll(name, Arrays.asList(array)); // Elements may be null.
        } else if (held instanceof List<?> list) {
            addAll(name, list);
        }
    }

    private void addAll(String name, List<?> elements) {
        for (int i = 0; i < Math.min(elements.size(), MOST_ELEMENTS); i++) {
            add(name + "[" + i + "]", elements.get(i));
        }
    }

    private void addNeurons(String layer, Layer neurons) {
        for (int i = 0; i < neurons.neurons().size(); i++) {
            addNeuron(new Owner(layer, layer + "[" + i + "]", neurons.neurons().get(i)));
        }
    }

    private void addNeuron(Owner owner) {
        List<Value> all = owner.neuron().parameters();
        for (int i = 0; i < all.size(); i++) {
            String parameter = i < all.size() - 1 ? "w[" + i + "]" : "b";
            parameters.putIfAbsent(all.get(i), owner.name() + "." + parameter);
            owners.putIfAbsent(all.get(i), owner);
        }
    }

    /**
     * Returns the label if there is one. Otherwise returns the name that comes from the variable that holds the value
     * or, if there is no such variable, the value's name as a parameter. Returns an empty string if the value has no
     * name.
     */
    public String of(Value value, String label) {
        if (!label.isBlank()) {
            return label;
        }
        String name = names.getOrDefault(value, "");
        return name.isEmpty() ? parameters.getOrDefault(value, "") : name;
    }

    boolean isParameter(Value value) {
        return parameters.containsKey(value);
    }

    /** Returns the neuron that has the value as a parameter. */
    Optional<Owner> owner(Value value) {
        return Optional.ofNullable(owners.get(value));
    }

    /** Returns the part of a module that has the value as a parameter. */
    Optional<ModulePart> part(Value value) {
        return Optional.ofNullable(parts.get(value));
    }
}
