package io.github.microgradj.shell;

import io.github.microgradj.nn.Activation;
import io.github.microgradj.nn.Layer;
import io.github.microgradj.nn.MLP;
import java.util.Locale;
import java.util.stream.Collectors;

/** How networks look in the shell. */
final class Networks {
    private Networks() {}

    /** {@code MLP(2, 16, 16, 1), 337 parameters}. */
    static String headline(MLP model) {
        String widths = model.layers().stream()
                .map(layer -> ", " + layer.neurons().size())
                .collect(Collectors.joining());
        return "MLP(" + model.inputs() + widths + "), " + model.parameters().size() + " parameters";
    }

    /** The headline and a row for each layer. */
    static String table(MLP model) {
        StringBuilder table = new StringBuilder(headline(model));
        table.append(String.format(
                Locale.ROOT,
                "%n  %5s  %6s  %7s  %-10s  %10s",
                "layer",
                "inputs",
                "outputs",
                "activation",
                "parameters"));
        int inputs = model.inputs();
        for (int i = 0; i < model.layers().size(); i++) {
            Layer layer = model.layers().get(i);
            int outputs = layer.neurons().size();
            Activation activation = i < model.layers().size() - 1 ? model.hidden() : Activation.LINEAR;
            table.append(String.format(
                    Locale.ROOT,
                    "%n  %5d  %6d  %7d  %-10s  %10d",
                    i + 1,
                    inputs,
                    outputs,
                    activation,
                    layer.parameters().size()));
            inputs = outputs;
        }
        return table.toString();
    }
}
