package io.github.microgradj.backward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.microgradj.engine.Op;
import io.github.microgradj.engine.Value;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the generated code: it compiles, and its results are bit-for-bit equal to the engine's. */
class BackwardCodeTest {
    private static final double[] CONSTANTS = {-9, -3, -2, -1, 0, 1, 2, 3, 8, 9, 0.3, -0.3, 2.3, 1e-5, 1e22};

    @TempDir
    Path folder;

    /** A graph and its variables, with the names that the user gave to the variables and to the root. */
    private record Case(Value root, List<Value> variables, List<String> called) {
        Case(Value root, List<Value> variables) {
            this(root, variables, List.of("a", "b", "c").subList(0, variables.size()));
        }

        Map<Value, String> names() {
            Map<Value, String> names = new LinkedHashMap<>();
            for (int i = 0; i < called.size(); i++) {
                names.put(i < variables.size() ? variables.get(i) : root, called.get(i));
            }
            return names;
        }

        double[] engine() {
            root.backward();
            double[] results = new double[variables.size() + 1];
            results[0] = root.data;
            for (int i = 0; i < variables.size(); i++) {
                results[i + 1] = variables.get(i).grad;
            }
            return results;
        }

        double[] arguments() {
            return variables.stream().mapToDouble(variable -> variable.data).toArray();
        }
    }

    @Test
    void everyOperation() throws Exception {
        List<Case> cases = new ArrayList<>();
        for (Op op : Op.table()) {
            for (double a : new double[] {op.low(), op.high(), -0.75, 0, 30}) {
                for (double constant : op.equals(Op.POW) ? CONSTANTS : new double[1]) {
                    Value left = new Value(a);
                    Value right = new Value(1.25);
                    cases.add(
                            op.arity() == 1
                                    ? new Case(Value.apply(op, left, constant), List.of(left))
                                    : new Case(Value.apply(op, left, right), List.of(left, right)));
                }
            }
        }
        assertRight(cases);
    }

    @Test
    void graphsOfAnyShape() throws Exception {
        List<Case> cases = new ArrayList<>();
        for (int seed = 0; seed < 60; seed++) {
            cases.add(random(new Random(seed)));
        }
        assertRight(cases);
    }

    /**
     * Tests names that could clash. The gradient of {@code o} cannot be called {@code do}, the user may have a variable
     * {@code da}, and formulas use {@code Math}.
     */
    @Test
    void namesOfAnyKind() throws Exception {
        List<String> names = List.of(
                ("o ouble efault a da dda da_ t1 dt1 dt2 x1 e e_ int do data var yield record _ $ Math StrictMath Double é "
                                + "gradients")
                        .split(" "));
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (int k = 1; k < names.size(); k += 3) {
                String first = names.get(i);
                String second = names.get((i + k) % names.size());
                String root = names.get((i + 2 * k) % names.size());
                Value a = new Value(0.5);
                Value b = new Value(-1.5);
                Value c = a.sigmoid().sub(b.softplus()).mul(b).relu().add(a.div(b));
                cases.add(new Case(c, List.of(a, b), List.of(first, second, root)));
            }
        }
        assertRight(cases);
    }

    @Test
    void aStepIsWrittenAsAChoice() {
        Value a = new Value(2);
        assertThat(BackwardCode.of(a.relu(), Map.of(a, "o")))
                .contains("do_ += (t1 > 0 ? 1 : 0) * dt1;")
                .doesNotContain("ceil");
    }

    /** The written code calls {@code StrictMath.pow}, which is less exact than the engine. */
    @Test
    void aHalfPowerDiffersInTheLastBitOnly() throws Exception {
        Value x = new Value(1.3834768729885383);
        Case power = new Case(x.pow(-0.5), List.of(x));
        double[] actual = written(List.of(power)).get(0);
        assertThat(actual[0]).isCloseTo(0.8501861938491807, within(Math.ulp(0.85)));
        assertThat(actual[1]).isCloseTo(power.engine()[1], within(Math.ulp(0.31)));
    }

    private static Case random(Random random) {
        List<Value> variables = List.of(
                new Value(random.nextGaussian()), new Value(random.nextGaussian()), new Value(random.nextInt(3) - 1));
        List<Value> nodes = new ArrayList<>(variables);
        Value root = variables.get(0).add(variables.get(1)).add(variables.get(2));
        for (int i = 0; i < 25; i++) {
            Op op = Op.table().get(random.nextInt(Op.table().size()));
            Value a = nodes.get(random.nextInt(nodes.size()));
            Value b = random.nextInt(5) == 0
                    ? new Value(CONSTANTS[random.nextInt(CONSTANTS.length)])
                    : nodes.get(random.nextInt(nodes.size()));
            nodes.add(
                    op.arity() == 1
                            ? Value.apply(op, a, CONSTANTS[random.nextInt(CONSTANTS.length)])
                            : Value.apply(op, a, b));
            root = random.nextBoolean() ? root.add(nodes.get(nodes.size() - 1)) : root;
        }
        return new Case(root, variables);
    }

    private void assertRight(List<Case> cases) throws Exception {
        List<double[]> actual = written(cases);
        for (int i = 0; i < cases.size(); i++) {
            Case each = cases.get(i);
            assertThat(actual.get(i))
                    .as(BackwardCode.of(each.root, each.names()))
                    .containsExactly(each.engine());
        }
    }

    /** Returns the results of the written methods. */
    private List<double[]> written(List<Case> cases) throws Exception {
        StringBuilder source = new StringBuilder("public class Written {\n");
        for (int i = 0; i < cases.size(); i++) {
            String method = BackwardCode.of(cases.get(i).root, cases.get(i).names());
            source.append(method.replace("double[] gradients(", "public static double[] gradients" + i + "("))
                    .append('\n');
        }
        List<double[]> results = new ArrayList<>();
        try (URLClassLoader loader = compiled(source.append('}').toString())) {
            Class<?> written = loader.loadClass("Written");
            for (int i = 0; i < cases.size(); i++) {
                Case each = cases.get(i);
                Class<?>[] parameters =
                        each.variables.stream().map(variable -> double.class).toArray(Class<?>[]::new);
                double[] arguments = each.arguments();
                Object[] boxed = new Object[arguments.length];
                for (int k = 0; k < boxed.length; k++) {
                    boxed[k] = arguments[k];
                }
                results.add((double[])
                        written.getMethod("gradients" + i, parameters).invoke(null, boxed));
            }
        }
        return results;
    }

    private URLClassLoader compiled(String source) throws IOException {
        Path file = Files.writeString(folder.resolve("Written.java"), source);
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", folder.toString(), file.toString());
        assertThat(status).isZero();
        return new URLClassLoader(new URL[] {folder.toUri().toURL()});
    }
}
