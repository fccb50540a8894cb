package io.github.microgradj.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.report.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Nothing of a cell runs if any of it is refused: random cells with an effect in every statement and one mistake. */
class RefusedCellsTest extends CellFixture {
    private static final int CELLS = 120;
    private static final List<String> MISTAKES = List.of(
            "y = undefined_name + 1",
            "async def g(): pass",
            "x = (1, 2",
            "return 3",
            "import pandas",
            "class A: pass",
            "v._backward()",
            "del x",
            "with f: pass",
            "x = 2 $ 3",
            "import java.util.List;",
            "f(1, 2, 3)",
            "x = b'abc'");

    private final Random random = new Random(21);

    @Test
    void nothingRuns() {
        session.runCell("log = []\ndef f(x):\n    log.append(x)\n    return x\nv = Value(1.0)", "");
        for (int i = 0; i < CELLS; i++) {
            String cell = cell();
            bytes.reset();
            Outcome outcome = session.runCell(cell, "");
            assertThat(outcome).as(cell).isInstanceOf(Outcome.Failure.class);
            assertThat(bytes.toString(StandardCharsets.UTF_8)).as(cell).doesNotContain("EFFECT");
            bytes.reset();
            session.runCell("print(len(log))", "");
            assertThat(bytes.toString(StandardCharsets.UTF_8).strip()).as(cell).isEqualTo("0");
        }
    }

    private String cell() {
        List<String> lines = new ArrayList<>();
        int statements = 1 + random.nextInt(4);
        int wrong = random.nextInt(statements + 1);
        for (int i = 0; i <= statements; i++) {
            statement("", i == wrong, 2, lines);
        }
        return String.join("\n", lines) + "\n";
    }

    /** Adds a statement; if it is wrong, the mistake is somewhere in it. */
    private void statement(String indentation, boolean wrong, int depth, List<String> lines) {
        int kind = depth == 0 ? 0 : random.nextInt(5);
        if (kind <= 1) {
            lines.add(indentation
                    + (wrong ? MISTAKES.get(random.nextInt(MISTAKES.size())) : "print('EFFECT', f(" + depth + "))"));
            return;
        }
        lines.add(indentation
                + switch (kind) {
                    case 2 -> "for i in [f(1), f(2)]:";
                    case 3 -> "if f(1) == 1:";
                    default -> "while not log:";
                });
        lines.add(indentation + "    f(3)");
        statement(indentation + "    ", wrong, depth - 1, lines);
        statement(indentation + "    ", false, depth - 1, lines);
    }
}
