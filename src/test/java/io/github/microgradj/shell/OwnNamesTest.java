package io.github.microgradj.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.command.CommandRegistry;
import io.github.microgradj.command.RunMode;
import io.github.microgradj.command.Settings;
import io.github.microgradj.output.Printer;
import io.github.microgradj.output.Theme;
import io.github.microgradj.session.Session;
import io.github.microgradj.snippet.SnippetEngine;
import io.github.microgradj.viz.terminal.ColorLevel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Tests that a lesson gives back the learner's own variables and methods, whatever they are. */
class OwnNamesTest {
    /** The names that {@link #LESSON} declares. */
    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e", "f", "L");

    /** A short lesson that declares variables, changes their types, and declares methods. */
    private static final String LESSON = """
            # Names

            ## Variables

            ```setup
            a = Value(2.0)
            b = Value(-3.0)
            c = Value(10.0)
            e = a * b
            d = e + c
            double f(double x) { return 2 * x; }
            ```

            Make `L`.

            ```check
            L.data == 8
            ```

            ```answer
            L = d * 2
            L.backward()
            ```

            ## Others

            ```setup
            a = 3
            String c = "other";
            double e(int n) { return n / 2.0; }
            f = 1.5
            ```

            ```predict
            b = Value(4.0)
            a * e(3)
            ```

            ## The end

            Nothing is left.
            """;

    /**
     * The kinds of variables and methods: lines that declare one with the name {@code @}, and an expression that tells
     * it from all others.
     */
    private static final List<String> KINDS = List.of(
            "double @ = 3.5; | @ + 1",
            "int @ = 7; | @ / 2",
            "long @ = 5L; | @ + 1",
            "float @ = 1.5f; | @",
            "byte @ = 3; | @",
            "char @ = 'x'; | @",
            "boolean @ = true; | !@",
            "Integer @ = 9; | @",
            "int @; | @",
            "String @ = \"mine\"; | @.length()",
            "String @ = null; | @ == null",
            "final int @ = 4; | @",
            "int[] @ = {1, 2}; | @[1]",
            "double[][] @ = {{1}, {2, 3}}; | @[1][1]",
            "Value[] @ = {Value(1), Value(2)}; | @[1]",
            "@ = Value(2) * 3 | @",
            "@ = 3 | @",
            "@ = [1, 2, 3] | @",
            "@ = {\"k\": 1} | @",
            "@ = lambda x: x + 1 | @(3)",
            "def @(x): return x + 1 | @(3)",
            "record P(int i) {}; P @ = new P(4); | @.i()",
            "class Q { int i = 3; } Q @ = new Q(); | @.i",
            "enum E { ONE, TWO } E @ = E.TWO; | @.ordinal()",
            "record G<T>(T t) {} G<String> @ = new G<>(\"g\"); | @.t().length()",
            "IntUnaryOperator @ = i -> i + 1; | @.applyAsInt(3)",
            "Map<String, List<Integer>> @ = Map.of(\"k\", List.of(1)); | @.get(\"k\").get(0) + 1",
            "var @ = new ArrayList<Map<String, Integer>>(List.of(Map.of(\"k\", 2))); | @.get(0).get(\"k\") + 1",
            "import java.time.LocalDate; LocalDate @ = LocalDate.of(2026, 1, 2); | @.getDayOfMonth()",
            "int @(int i) { return i + 1; } | @(3)",
            "int @(int i) { return 1; }\nint @(String s) { return 2; } | @(0) + @(\"\")",
            "<T> T @(T t) { return t; } | @(\"t\").length()",
            "long @(int n) { return n < 2 ? 1 : n * @(n - 1); } | @(5)",
            "Value @(Value x) { return x * x + 1; } | @(Value(3)).data",
            "int base = 5; int @(int i) { return base + i; } | @(1)",
            "double from(int n) { return n * 2.5; } double @ = from(3); | @",
            "int @ = 6; int @(int i) { return 1; } | @ + @(0)",
            "record @(int i) {} @ my@ = new @(3); | my@.i()");

    @Provide
    Arbitrary<List<String>> kinds() {
        return Arbitraries.of(KINDS).list().ofSize(NAMES.size()).uniqueElements();
    }

    @Property(tries = 3, shrinking = ShrinkingMode.OFF)
    void everyVariableComesBack(@ForAll("kinds") List<String> kinds, @ForAll("ends") int steps) throws IOException {
        Path folder = Files.createTempDirectory("own-names");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        Map<String, String> environment = Map.of("HOME", folder.toString(), "XDG_STATE_HOME", folder.toString());
        try (Session session = new Session(
                () -> new SnippetEngine(Startup.script()),
                new Printer(out, out, true, ColorLevel.NONE, Theme.NONE),
                new CommandRegistry(Commands.all(environment), folder),
                new Settings())) {
            for (int i = 0; i < NAMES.size(); i++) {
                String declaration = kinds.get(i).split(" \\| ", -1)[0];
                session.run(declaration.replace("@", NAMES.get(i)), "", RunMode.INTERACTIVE);
            }
            session.run("Value user = Value(1) + 2; double user2 = user.data + 1", "", RunMode.INTERACTIVE);
            String before = values(session, kinds, bytes);
            session.run(":learn " + Files.writeString(folder.resolve("names.md"), LESSON), "", RunMode.INTERACTIVE);
            for (int i = 0; i < steps; i++) {
                session.run("skip", "", RunMode.INTERACTIVE);
            }
            session.run("quit", "", RunMode.INTERACTIVE);
            assertThat(values(session, kinds, bytes)).isEqualTo(before).doesNotContain("error");
        }
    }

    @Provide
    Arbitrary<Integer> ends() {
        return Arbitraries.integers().between(0, 3);
    }

    /** Returns what the variables hold. */
    private static String values(Session session, List<String> kinds, ByteArrayOutputStream bytes) {
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < NAMES.size(); i++) {
            bytes.reset();
            String look = kinds.get(i).split(" \\| ", -1)[1].replace("@", NAMES.get(i));
            session.run(look, "", RunMode.INTERACTIVE);
            values.append(kinds.get(i))
                    .append(": ")
                    .append(bytes.toString(StandardCharsets.UTF_8).replaceAll("\\$\\d+ ==> ", ""));
        }
        bytes.reset();
        session.run("user2", "", RunMode.INTERACTIVE);
        return values + bytes.toString(StandardCharsets.UTF_8);
    }
}
