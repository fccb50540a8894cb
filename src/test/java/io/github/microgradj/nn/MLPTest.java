package io.github.microgradj.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.microgradj.GoldenFiles;
import io.github.microgradj.engine.Graph;
import io.github.microgradj.engine.Value;
import io.github.microgradj.random.PythonRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MLPTest {
    private final PythonRandom random = new PythonRandom(1337);

    @Test
    void theNeuronOfTraceGraphHasMicrogradsNumbers() {
        Value out = new Neuron(random, 2).forward(1, -2);
        out.backward();
        List<String> nodes = Graph.of(out).nodes().stream()
                .map(node -> node.symbol() + " " + node.data + " " + node.grad)
                .toList();
        List<String> expected = new ArrayList<>();
        for (JsonElement element : GoldenFiles.json("trace_neuron.json").getAsJsonArray("nodes")) {
            JsonObject node = element.getAsJsonObject();
            expected.add(node.get("op").getAsString() + " " + node.get("data").getAsDouble() + " "
                    + node.get("grad").getAsDouble());
        }
        assertThat(nodes).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void parametersAreDrawnAsInMicrograd() {
        double[] expected =
                GoldenFiles.numbers(GoldenFiles.json("demo_training_start.json").getAsJsonArray("p0"));
        assertThat(data(new MLP(random, 2, 16, 16, 1))).containsExactly(expected);
    }

    @Test
    void withoutAGeneratorTheSharedOneIsDrawnFrom() {
        PythonRandom.shared().seed(1337);
        double[] model = data(new MLP(2, 3, 1));
        double[] neuron = data(new Neuron(2));
        MLP same = new MLP(random, 2, 3, 1);
        assertThat(model).containsExactly(data(same));
        assertThat(neuron).containsExactly(data(new Neuron(random, 2)));
    }

    @Test
    void printsAsMicrogradDoes() {
        assertThat(new MLP(random, 2, 2, 1).toString())
                .isEqualTo("MLP of [Layer of [ReLUNeuron(2), ReLUNeuron(2)], Layer of [LinearNeuron(2)]]");
        assertThat(new MLP(random, Activation.TANH, 1, 1, 1).toString())
                .isEqualTo("MLP of [Layer of [TanhNeuron(1)], Layer of [LinearNeuron(1)]]");
        assertThat(new Neuron(random, Activation.SIGMOID, 3).toString()).isEqualTo("SigmoidNeuron(3)");
    }

    @Property(tries = 200)
    void predictHasTheBitsOfForward(
            @ForAll long seed,
            @ForAll Activation hidden,
            @ForAll @Size(min = 1, max = 3) List<@IntRange(min = 1, max = 5) Integer> widths,
            @ForAll @Size(3) List<@DoubleRange(min = -100, max = 100) Double> x) {
        int[] nouts = widths.stream().mapToInt(width -> width).toArray();
        double[] sample = x.stream().mapToDouble(feature -> feature).toArray();
        MLP model = new MLP(new PythonRandom(seed), hidden, 3, nouts);
        double[] scores = Arrays.stream(model.forward(sample))
                .mapToDouble(score -> score.data)
                .toArray();
        assertThat(model.predict(sample)).containsExactly(scores);
    }

    @Test
    void theSumBeginsWithTheBias() {
        Neuron neuron = new Neuron(Activation.LINEAR, new double[] {1, 1}, 1e16);
        assertThat(neuron.predict(1, -1e16)).isEqualTo((1e16 + 1) - 1e16);
        assertThat(neuron.forward(1, -1e16).data).isEqualTo((1e16 + 1) - 1e16);
    }

    @Test
    void predictedClassIsTheLargestScoreOrTheSignOfTheOnlyOne() {
        assertThat(MLP.classOf(0.1, 3, -2)).isEqualTo(1);
        assertThat(MLP.classOf(2, 2)).isEqualTo(0);
        assertThat(MLP.classOf(1e-300)).isEqualTo(1);
        assertThat(MLP.classOf(0)).isEqualTo(0);
        MLP model = new MLP(random, 2, 3);
        assertThat(model.predictClass(1, 2)).isEqualTo(MLP.classOf(model.predict(1, 2)));
    }

    /** Uses few samples, which are predicted one at a time, and many, which are predicted by compiled code. */
    @Test
    void manySamplesArePredictedAsEachAlone() {
        MLP model = new MLP(random, Activation.TANH, 2, 5, 3);
        for (int samples : new int[] {0, 3, 1000}) {
            double[][] x = new double[samples][];
            for (int s = 0; s < samples; s++) {
                x[s] = new double[] {Math.sin(s), Math.cos(3 * s)};
            }
            double[][] scores = model.predict(x);
            int[] classes = model.predictClass(x);
            assertThat(scores.length).isEqualTo(samples);
            for (int s = 0; s < samples; s++) {
                assertThat(scores[s]).containsExactly(model.predict(x[s]));
                assertThat(classes[s]).isEqualTo(model.predictClass(x[s]));
            }
        }
        assertThatThrownBy(() -> model.predict(new double[][] {{1, 2}, {1}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("MLP takes 2 inputs, got 1");
    }

    @Test
    void zeroGradClearsWhatBackwardLeft() {
        MLP model = new MLP(random, 2, 4, 1);
        model.forward(1, 2)[0].backward();
        assertThat(model.parameters()).anyMatch(parameter -> parameter.grad != 0);
        model.zeroGrad();
        assertThat(model.parameters()).allMatch(parameter -> parameter.grad == 0);
    }

    @Test
    void aWrongNumberOfInputsIsNamed() {
        MLP model = new MLP(random, 2, 4, 1);
        assertThatThrownBy(() -> model.forward(1, 2, 3)).hasMessage("MLP takes 2 inputs, got 3");
        assertThatThrownBy(() -> model.predict(1)).hasMessage("MLP takes 2 inputs, got 1");
        assertThatThrownBy(() -> model.layers().get(1).predict(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Layer takes 4 inputs, got 1");
        assertThatThrownBy(() -> new Neuron(random, 1).forward(new Value[0])).hasMessage("Neuron takes 1 input, got 0");
    }

    @Test
    void emptyShapesAreRefused() {
        assertThatThrownBy(() -> new MLP(random, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected at least 1 layer, as in new MLP(2, 16, 16, 1), got 0");
        assertThatThrownBy(() -> new MLP(random, 2, 0, 1)).hasMessage("expected at least 1 neuron in a layer, got 0");
        assertThatThrownBy(() -> new MLP(random, 0, 1)).hasMessage("expected at least 1 input for a neuron, got 0");
        assertThatThrownBy(() -> new Layer(random, 2, -1)).hasMessage("expected at least 1 neuron in a layer, got -1");
    }

    @Test
    void anUnknownActivationIsAnsweredWithTheKnownOnes() {
        assertThat(Activation.named("tanh")).isEqualTo(Activation.TANH);
        assertThatThrownBy(() -> Activation.named("gelu"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected an activation, one of [linear, relu, leakyrelu, tanh, sigmoid], got gelu");
    }

    private static double[] data(Module module) {
        return module.parameters().stream()
                .mapToDouble(parameter -> parameter.data)
                .toArray();
    }
}
