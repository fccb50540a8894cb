package io.github.microgradj.report;

import io.github.microgradj.nn.Activation;
import io.github.microgradj.nn.Layer;
import io.github.microgradj.nn.MLP;
import java.util.Locale;
import java.util.stream.Collectors;

/** The text that the shell prints to describe a network: a headline or a table. */
final class NetworkTable {
    private NetworkTable() {}

    /** Returns text such as {@code MLP(2, 16, 16, 1), 337 parameters}. */
    static String headline(MLP model) {
        String widths = model.layers().stream()
                .map(layer -> ", " + layer.neurons().size())
                .collect(Collectors.joining());
        return "MLP(" + model.inputs() + widths + "), " + model.parameters().size() + " parameters";
    }

    /** Returns the headline and one row per layer, with narrower columns in a narrow terminal. */
    static String table(MLP model, int columns) {
        boolean wide = columns >= 50;
        String row = wide ? "%n  %5s  %6s  %7s  %-10s  %10s" : "%n %5s %4s %4s  %-10s %6s";
        StringBuilder table = new StringBuilder(headline(model));
        table.append(
                wide
                        ? format(row, "layer", "inputs", "outputs", "activation", "parameters")
                        : format(row, "layer", "in", "out", "activation", "params"));
        int inputs = model.inputs();
        for (int i = 0; i < model.layers().size(); i++) {
            Layer layer = model.layers().get(i);
            int outputs = layer.neurons().size();
            Activation activation = i < model.layers().size() - 1 ? model.hidden() : Activation.LINEAR;
            table.append(format(
                    row, i + 1, inputs, outputs, activation, layer.parameters().size()));
            inputs = outputs;
        }
        return table.toString();
    }

    private static String format(String row, Object... cells) {
        return String.format(Locale.ROOT, row, cells);
    }
}
