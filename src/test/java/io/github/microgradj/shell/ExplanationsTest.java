package io.github.microgradj.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.microgradj.command.RunMode;
import io.github.microgradj.documentation.Ideas;
import io.github.microgradj.engine.Value;
import io.github.microgradj.learn.Lesson;
import io.github.microgradj.learn.LessonList;
import io.github.microgradj.output.Printer;
import io.github.microgradj.output.Theme;
import io.github.microgradj.session.Session;
import io.github.microgradj.train.TrainingStep;
import io.github.microgradj.viz.terminal.ColorLevel;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of what the shell explains with code: ideas ({@code :doc}) and training runs ({@code :train --explain}). */
class ExplanationsTest {
    private static final Pattern EXPECTED = Pattern.compile("(.*\\S)\\s+// (-?[\\d.]+)");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final PrintStream before = System.out;
    private Session session;

    @BeforeEach
    void start() {
        System.setOut(out);
        session = Commands.another(Map.of(), new Printer(out, out, false, ColorLevel.NONE, Theme.NONE));
    }

    @AfterEach
    void close() {
        session.close();
        System.setOut(before);
    }

    private String type(String text) {
        bytes.reset();
        session.run(text, "", RunMode.INTERACTIVE);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    static List<String> ideas() {
        return Ideas.names();
    }

    @ParameterizedTest
    @MethodSource("ideas")
    void everyIdeaHasAnExampleThatDoesWhatItSays(String idea) throws Exception {
        String text = Ideas.of(idea).orElseThrow();
        assertThat(text.lines().count()).isBetween(10L, 25L);
        String code = text.split("```java\n", -1)[1].split("```", -1)[0];
        for (String line : code.lines().toList()) {
            Matcher expected = EXPECTED.matcher(line);
            if (expected.matches()) {
                Object value = session.context().evaluator().value(expected.group(1));
                double number = value instanceof Value node ? node.data : ((Number) value).doubleValue();
                assertThat(number)
                        .as(line)
                        .isCloseTo(Double.parseDouble(expected.group(2)), within(Math.abs(number) * 1e-3 + 1e-12));
            } else {
                assertThat(type(line)).as(line).doesNotContain("error:");
            }
        }
        Matcher commands = Pattern.compile("`(:(?:learn|doc|graph|plot|descend|train|java)[^`]*)`")
                .matcher(text);
        List<String> lessons =
                LessonList.bundled().lessons().stream().map(Lesson::name).toList();
        while (commands.find()) {
            String command = commands.group(1);
            if (command.startsWith(":learn ")) {
                assertThat(lessons).contains(command.substring(7));
            } else {
                assertThat(type(command)).as(command).doesNotContain("error:");
            }
        }
    }

    @Test
    void anIdeaIsFoundHoweverItIsWritten() {
        assertThat(Ideas.names())
                .containsExactly(
                        "forward pass",
                        "backward pass",
                        "gradient",
                        "chain rule",
                        "gradient descent",
                        "learning rate",
                        "loss",
                        "activation",
                        "softmax",
                        "zero grad",
                        "overfitting");
        for (String name : List.of("chain rule", "Chain Rule", "chain-rule", "chain_rule", "chain rules")) {
            assertThat(type(":doc " + name)).contains("slopes multiply");
        }
        assertThat(type(":doc losses")).contains("how wrong a network is");
        assertThat(type(":doc Losses")).contains("class Losses");
        assertThat(type(":doc zeroGrad")).doesNotContain("most common mistake");
        assertThat(type("int loss = 3")).contains("3");
        assertThat(type(":doc loss")).as("the user's own variable").contains("int loss");
        assertThat(type(":doc gradient desent")).contains("did you mean gradient descent?");
        assertThat(type(":doc")).contains("chain rule", ":learn");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "moons --steps 5",
                "moons --samples 20 --hidden 4 --activation tanh --loss mse --steps 4 --lr 0.1",
                "moons --samples 20 --hidden 4 --init he --loss bce --optimizer adam --steps 4 --alpha 0",
                "blobs --samples 30 --hidden 5 --batch 8 --steps 9 --schedule constant --seed 7",
                "sine --samples 20 --hidden 6 --steps 4",
                "moons --samples 40 --validation 0.25 --scale standard --optimizer momentum --steps 3",
                "moons --samples 20 --hidden none --steps 3",
            })
    void theLoopThatExplainsATrainingRunGivesTheSameLosses(String arguments) throws Exception {
        String code = type(":train " + arguments + " --explain");
        assertThat(code).contains("// 1.", "// 2.", "// 3.", "// 4.").doesNotContain("error:");
        String printed = type(code);
        List<Double> losses = Pattern.compile("step (\\d+) loss (\\S+)")
                .matcher(printed)
                .results()
                .map(match -> Double.valueOf(match.group(2)))
                .toList();
        type(":train " + arguments + " --quiet");
        List<?> history = (List<?>) session.context().evaluator().value("history");
        assertThat(losses).as(code + printed).hasSameSizeAs(history);
        for (int step = 0; step < losses.size(); step++) {
            double loss = ((TrainingStep) history.get(step)).loss();
            assertThat(losses.get(step)).as("step " + step).isCloseTo(loss, within(1e-9 * Math.abs(loss)));
        }
    }

    @Test
    void aFileAndANetworkInAVariableCanBeExplained() throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), "x,y,kind\n1,2,a\n2,1,b\n3,5,a\n4,2,b\n5,9,a\n6,2,b\n");
        assertThat(type(":train csv " + file + " --steps 3 --explain")).contains("Trainer.model(data");
        assertThat(type(":train moons --early-stopping --validation 0.2 --explain"))
                .contains("error: the loop that --explain shows does not stop early");
        type("net = MLP(2, 3, 1)");
        assertThat(type(":train moons --model net --explain")).contains("MLP model = net;");
    }
}
