package io.github.microgradj.compile.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.Attention;
import io.github.microgradj.nn.Linear;
import io.github.microgradj.nn.Losses;
import io.github.microgradj.nn.Module;
import io.github.microgradj.nn.RMSNorm;
import io.github.microgradj.random.PythonRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests that a GPT of the library's own modules is compiled to products of matrices, with the engine's bits. */
class ModulesTest {
    private static final int LETTERS = 7;
    private static final int WIDTH = 8;
    private static final int LAYERS = 2;

    private final PythonRandom random = new PythonRandom(1);
    private final List<Value> parameters = new ArrayList<>();
    private final Value[][] letters = RandomFunction.matrix(new Random(1), LETTERS, WIDTH);
    private final RMSNorm norm = new RMSNorm();
    private final Linear head = add(new Linear(random, 0.3, WIDTH, LETTERS));
    private final List<Attention> attentions = new ArrayList<>();
    private final List<Linear> ups = new ArrayList<>();
    private final List<Linear> downs = new ArrayList<>();

    ModulesTest() {
        Stream.of(letters).forEach(row -> parameters.addAll(List.of(row)));
        for (int layer = 0; layer < LAYERS; layer++) {
            attentions.add(add(new Attention(random, 0.3, WIDTH, 2)));
            ups.add(add(new Linear(random, 0.3, WIDTH, 4 * WIDTH)));
            downs.add(add(new Linear(random, 0.3, 4 * WIDTH, WIDTH)));
        }
    }

    private <T extends Module> T add(T module) {
        parameters.addAll(module.parameters());
        return module;
    }

    private Value loss(Index[] sequence) {
        int n = sequence.length - 1;
        Value[][] x = new Value[n][];
        for (int t = 0; t < n; t++) {
            x[t] = sequence[t].select(letters);
        }
        x = norm.forward(x);
        for (int layer = 0; layer < LAYERS; layer++) {
            x = sum(x, attentions.get(layer).forward(norm.forward(x)));
            Value[][] hidden = ups.get(layer).forward(norm.forward(x));
            for (Value[] row : hidden) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = row[i].relu();
                }
            }
            x = sum(x, downs.get(layer).forward(hidden));
        }
        Value sum = new Value(0);
        for (int t = 0; t < n; t++) {
            Value[] probabilities = Losses.softmax(head.forward(x[t]));
            sum = sum.sub(sequence[t + 1].select(probabilities).log());
        }
        return sum.div(n);
    }

    private static Value[][] sum(Value[][] a, Value[][] b) {
        Value[][] sum = new Value[a.length][a[0].length];
        for (int t = 0; t < a.length; t++) {
            for (int i = 0; i < a[t].length; i++) {
                sum[t][i] = a[t][i].add(b[t][i]);
            }
        }
        return sum;
    }

    @Test
    void hasTheBitsOfTheEngine() {
        EagerSequences.assertAgrees(parameters, this::loss, new int[] {0, 1, 2, 3, 1, 1}, new int[] {0, 6, 0});
    }

    @Test
    void everyLayerIsOneProduct() {
        SequenceGraph graph = SequenceTrace.graph(parameters.toArray(Value[]::new), new TracedCall(this::loss, 6, 0));
        List<UnitGroup> groups = GradientOrder.ordered(graph, UnitGrouping.groups(graph));
        assertThat(groups)
                .filteredOn(UnitGroup::isLayer)
                .hasSize(1 + 4 * LAYERS)
                .allSatisfy(layer -> assertThat(layer.rows()).hasSize(5));
        assertThat(groups).hasSizeLessThan(200);
    }
}
