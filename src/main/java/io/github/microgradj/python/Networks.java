package io.github.microgradj.python;

import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.Activation;
import io.github.microgradj.nn.Layer;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.nn.Module;
import io.github.microgradj.nn.Neuron;
import io.github.microgradj.python.value.Arguments;
import io.github.microgradj.python.value.Comparing;
import io.github.microgradj.python.value.PythonError;
import io.github.microgradj.python.value.PythonNumbers;
import io.github.microgradj.python.value.Sequences;
import io.github.microgradj.python.value.Text;
import io.github.microgradj.python.value.Tuple;
import io.github.microgradj.python.value.TypeName;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** micrograd's classes as Python sees them: {@code Value}, {@code Neuron}, {@code Layer} and {@code MLP}. */
final class Networks {
    private static final List<String> NAMES_OF_VALUES = List.of(
            "data", "grad", "label", "backward", "relu", "tanh", "exp", "log", "sqrt", "sigmoid", "sin", "cos", "abs");

    private Networks() {}

    /** Returns {@code Value(data, label='')}. */
    static Value value(@Nullable Object... given) {
        Arguments arguments = Arguments.of("Value", given, "data", "_children", "_op", "label");
        Object label = arguments.get("label", "");
        return new Value(PythonNumbers.real(arguments.required("data")), Text.str(label));
    }

    /** Returns {@code Neuron(nin, nonlin=True)}. */
    static Neuron neuron(@Nullable Object... given) {
        Arguments arguments = Arguments.of("Neuron", given, "nin", "nonlin");
        return new Neuron(activation(arguments), whole(arguments.required("nin")));
    }

    /** Returns {@code Layer(nin, nout, nonlin=True)}. */
    static Layer layer(@Nullable Object... given) {
        Arguments arguments = Arguments.of("Layer", given, "nin", "nout", "*nonlin");
        return new Layer(activation(arguments), whole(arguments.required("nin")), whole(arguments.required("nout")));
    }

    private static Activation activation(Arguments arguments) {
        return Comparing.truth(arguments.get("nonlin", true)) ? Activation.RELU : Activation.LINEAR;
    }

    /** Returns {@code MLP(nin, nouts)}; the layer sizes may be a list or separate arguments. */
    static MLP network(@Nullable Object... given) {
        if (given.length == 2 && Sequences.isIterable(given[1])) {
            int[] nouts =
                    Sequences.list(given[1]).stream().mapToInt(Networks::whole).toArray();
            return new MLP(whole(given[0]), nouts);
        }
        if (given.length < 2) {
            throw PythonError.type("MLP() takes the number of inputs and the layer sizes, as in MLP(2, [16, 16, 1])");
        }
        int[] nouts = Arrays.stream(given).skip(1).mapToInt(Networks::whole).toArray();
        return new MLP(whole(given[0]), nouts);
    }

    private static int whole(@Nullable Object number) {
        return Math.toIntExact(PythonNumbers.index(number));
    }

    /** Returns {@code model(x)}: one Value, or a list if a network or layer has several outputs. */
    static @Nullable Object output(Module model, @Nullable Object[] arguments) {
        if (arguments.length != 1) {
            throw PythonError.type(
                    "%s takes its inputs as one list, got %d arguments",
                    model.getClass().getSimpleName(), arguments.length);
        }
        Object inputs = Sequences.isIterable(arguments[0]) ? arguments[0] : Tuple.of(arguments[0]);
        Value[] x = Sequences.list(inputs).stream().map(Networks::input).toArray(Value[]::new);
        if (model instanceof Neuron neuron) {
            return neuron.forward(x);
        }
        Value[] outputs = model instanceof Layer layer ? layer.forward(x) : ((MLP) model).forward(x);
        return outputs.length == 1 ? outputs[0] : Sequences.list(outputs);
    }

    private static Value input(@Nullable Object element) {
        return element instanceof Value value ? value : new Value(PythonNumbers.real(element));
    }

    /** Returns {@code value.name}; null if there is no such attribute. */
    static @Nullable Object attribute(Value value, String name) {
        return switch (name) {
            case "data" -> value.data;
            case "grad" -> value.grad;
            case "label" -> value.label;
            case "_op" -> value.symbol();
            case "_prev" -> new LinkedHashSet<>(value.operands());
            case "_backward" -> throw noSteps();
            default -> null;
        };
    }

    private static PythonError noSteps() {
        return new PythonError(
                "AttributeError",
                "a Value has no _backward(); :check checks gradients that you set by hand, and :graph --step shows"
                        + " backward() node by node");
    }

    /** Assigns {@code value.name = assigned}. */
    static void setAttribute(Value value, String name, @Nullable Object assigned) {
        switch (name) {
            case "data" -> value.data = PythonNumbers.real(assigned);
            case "grad" -> value.grad = PythonNumbers.real(assigned);
            case "label" -> value.label = Text.str(assigned);
            case "_backward" -> throw noSteps();
            default -> throw TypeName.noAttribute(value, name, NAMES_OF_VALUES);
        }
    }

    /** Returns {@code module.name} for a network, a layer or a neuron; null if there is no such attribute. */
    static @Nullable Object attribute(Module module, String name) {
        if (module instanceof Neuron neuron) {
            List<Value> all = neuron.parameters();
            return switch (name) {
                case "w" -> Sequences.list(all.subList(0, all.size() - 1));
                case "b" -> all.get(all.size() - 1);
                case "nonlin" -> neuron.activation() != Activation.LINEAR;
                default -> null;
            };
        }
        if (module instanceof Layer layer && name.equals("neurons")) {
            return Sequences.list(layer.neurons());
        }
        if (module instanceof PastedNetwork pasted && name.equals("layers")) {
            return Sequences.list(pasted.layers());
        }
        return module instanceof MLP mlp && name.equals("layers") ? Sequences.list(mlp.layers()) : null;
    }
}
