package io.github.microgradj.export;

import io.github.microgradj.export.DenseNetwork.Columns;
import io.github.microgradj.export.DenseNetwork.Nonlinearity;
import io.github.microgradj.export.DenseNetwork.OutputKind;
import io.github.microgradj.text.JavaLiteral;
import io.github.microgradj.text.Repr;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * A generator of a PyTorch program that can predict, and can continue or repeat the training in one or more processes.
 * The program is the template {@code model.py}, completed with the network, the loss, the optimizer and the schedule.
 * Weights and samples are in a safetensors file next to it.
 */
final class PyTorchProgram {
    private static final String TEMPLATE = "model.py";
    private static final Pattern PLACEHOLDER = Pattern.compile("@([A-Z_]+)@");
    private static final String INDENTATION = "        ";

    private final DenseNetwork network;
    private final TrainingPlan plan;

    private PyTorchProgram(DenseNetwork network, TrainingPlan plan) {
        this.network = network;
        this.plan = plan;
    }

    /**
     * Returns the text of the program.
     *
     * @param file the name of the program's file
     * @param data the name of the file that contains the result of {@link #data}
     */
    static String text(DenseNetwork network, TrainingPlan plan, String file, String data) {
        Map<String, String> parts = new PyTorchProgram(network, plan).parts(file, data);
        // Replaces all placeholders in one pass, because names from the user may look like placeholders.
        return PLACEHOLDER
                .matcher(template())
                .replaceAll(found -> Matcher.quoteReplacement(parts.getOrDefault(found.group(1), found.group())));
    }

    /** Returns the content of the data file: the weights, the initial weights and the samples. */
    static byte[] data(DenseNetwork network, TrainingPlan plan) {
        List<Safetensors.Tensor> tensors = Safetensors.tensors(network, "");
        tensors.addAll(Safetensors.tensors(plan.initial(), "initial."));
        tensors.add(Safetensors.matrix("data.x", plan.x()));
        tensors.add(new Safetensors.Tensor("data.y", new int[] {plan.y().length}, plan.y()));
        return Safetensors.of(tensors, network, false);
    }

    private static String template() {
        try (InputStream stream =
                Objects.requireNonNull(PyTorchProgram.class.getResourceAsStream(TEMPLATE), TEMPLATE)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> parts(String file, String data) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("STEPS", String.valueOf(plan.steps()));
        parts.put("BATCH", String.valueOf(plan.batchSize()));
        parts.put("SEED", String.valueOf(plan.seed()));
        parts.put("ALPHA", Repr.of(plan.alpha()));
        parts.put("START", Repr.of(plan.startRate()));
        parts.put("END", Repr.of(plan.endRate()));
        parts.put("LAYERS", layers());
        parts.put("FORWARD", forward());
        parts.put("OPTIMIZER", optimizer());
        parts.put("LOSS", loss());
        parts.put("SCORE_DOC", scoreDoc());
        parts.put("SCORE", score());
        parts.put("FILE", plain(file));
        parts.put("DATA", plain(data));
        parts.put("DATA_LITERAL", literal(data));
        parts.put("CLASSES", strings(network.classes()));
        parts.put("FEATURES", strings(network.features()));
        return parts;
    }

    /** Returns a file name for a comment, without characters that could end the comment. */
    private static String plain(String name) {
        return name.replaceAll("[\"\\\\\\p{Cntrl}]", "?");
    }

    private static String strings(List<String> names) {
        return names.stream().map(PyTorchProgram::literal).collect(Collectors.joining(", ", "[", "]"));
    }

    /**
     * Returns a Python string literal. Python shares Java's escapes but has no surrogate pairs, so letters are not
     * escaped.
     */
    private static String literal(String text) {
        return '"' + JavaLiteral.escaped(text) + '"';
    }

    private String layers() {
        return network.layers().stream()
                .map(layer ->
                        "            nn.Linear(" + layer.weights()[0].length + ", " + layer.biases().length + "),")
                .collect(Collectors.joining("\n"));
    }

    private String forward() {
        StringBuilder lines = new StringBuilder();
        network.input().ifPresent(scaling -> {
            columns(lines, "shift", scaling.shift());
            columns(lines, "factor", scaling.factor());
            lines.append(INDENTATION + "x = (x - shift) * factor\n");
        });
        for (int i = 0; i < network.layers().size(); i++) {
            Nonlinearity function = network.layers().get(i).function();
            lines.append(INDENTATION + "x = " + applied(function, "self.layers[" + i + "](x)") + "\n");
        }
        network.target()
                .ifPresent(scaling -> lines.append(INDENTATION + "x = x / " + Repr.of(scaling.factor()[0]) + " + "
                        + Repr.of(scaling.shift()[0]) + "  # back to the target's unit\n"));
        return lines.append(INDENTATION + "return x").toString();
    }

    private static void columns(StringBuilder lines, String name, double... numbers) {
        String list = DoubleStream.of(numbers).mapToObj(Repr::of).collect(Collectors.joining(", ", "[", "]"));
        lines.append(INDENTATION + name + " = x.new_tensor(" + list + ")\n");
    }

    private static String applied(Nonlinearity function, String x) {
        return switch (function) {
            case LINEAR -> x;
            case RELU -> "torch.relu(" + x + ")";
            case LEAKYRELU -> "nn.functional.leaky_relu(" + x + ", " + DenseNetwork.LEAK + ")";
            case TANH -> "torch.tanh(" + x + ")";
            case SIGMOID -> "torch.sigmoid(" + x + ")";
        };
    }

    private String optimizer() {
        String rate = "lr=" + Repr.of(plan.startRate());
        return switch (plan.optimizer()) {
            case "momentum" -> "torch.optim.SGD(parameters, " + rate + ", momentum=0.9)";
            case "adam" -> "torch.optim.Adam(parameters, " + rate + ")";
            case "adamw" -> "torch.optim.AdamW(parameters, " + rate + ")";
            default -> "torch.optim.SGD(parameters, " + rate + ")";
        };
    }

    private String loss() {
        return "    "
                + switch (plan.loss()) {
                    case HINGE -> "return torch.relu(1 - (2 * target - 1) * output[:, 0])";
                    case SQUARED_SIGN -> "return (output[:, 0] - (2 * target - 1)) ** 2";
                    case BINARY_CROSS_ENTROPY ->
                        "return nn.functional.binary_cross_entropy_with_logits("
                                + "output[:, 0], target, reduction=\"none\")";
                    case CROSS_ENTROPY ->
                        "return nn.functional.cross_entropy(output, target.long(), reduction=\"none\")";
                    case SQUARED_ERROR ->
                        "return ((output[:, 0] - target)"
                                + network.target()
                                        .map(Columns::factor)
                                        .map(factor -> " * " + Repr.of(factor[0]))
                                        .orElse("")
                                + ") ** 2";
                };
    }

    private String scoreDoc() {
        return network.task() == OutputKind.REGRESSION
                ? "Returns R squared as text."
                : "Returns the fraction of samples classified correctly, as text.";
    }

    private String score() {
        if (network.task() == OutputKind.REGRESSION) {
            return """
                        residual = ((output[:, 0] - target) ** 2).sum()
                        total = ((target - target.mean()) ** 2).sum()
                        return f"R2 {1 - (residual / total).item():.4f} on {len(target)} samples"\
                    """.stripTrailing();
        }
        String predicted = network.outputs() == 1 ? "(output[:, 0] > 0).long()" : "output.argmax(1)";
        return """
                    right = (%s == target.long()).double().mean().item()
                    return f"accuracy {100 * right:.1f}%% on {len(target)} samples"\
                """.formatted(predicted).stripTrailing();
    }
}
