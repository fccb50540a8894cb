package io.github.microgradj.viz.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.microgradj.engine.Op;
import io.github.microgradj.viz.picture.PageTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormulaTest extends PageTest {
    /**
     * Computes the formulas and derivatives of every operation in the browser, and compares them with the engine's
     * table.
     */
    @Test
    void formulasSayWhatTheEngineComputes() {
        open(Neurons.named().save(folder.resolve("page.html")), 1000, 700);
        for (Op op : Op.table()) {
            Formula formula = Formula.of(op);
            for (double share : new double[] {0.1, 0.35, 0.8}) {
                double a = op.low() + share * (op.high() - op.low());
                double b = op.arity() == 1 ? 3 : op.high() - share * (op.high() - op.low()) / 2;
                double y = op.forward().apply(a, b);
                Map<String, Double> letters = Map.of("a", a, "b", b, "k", b, "y", y);
                assertThat(compute(formula.text(), letters)).as(op + " " + a).isCloseTo(y, within(1e-12));
                assertThat(compute(formula.derivatives().get(0), letters))
                        .as("da of " + op)
                        .isCloseTo(op.da().apply(a, b, y), within(1e-12));
                if (op.arity() == 2) {
                    assertThat(compute(formula.derivatives().get(1), letters))
                            .as("db of " + op)
                            .isCloseTo(op.db().apply(a, b, y), within(1e-12));
                }
                assertThat(formula.derivatives()).hasSize(op.arity());
            }
        }
    }

    private static double compute(String formula, Map<String, Double> letters) {
        StringBuilder script = new StringBuilder("const {abs, cos, exp, log, max, min, sin, sqrt, tanh} = Math;");
        letters.forEach((letter, value) -> script.append("const ")
                .append(letter)
                .append(" = ")
                .append(value)
                .append(';'));
        return ((Number) driver().executeScript(script + "return " + formula)).doubleValue();
    }
}
