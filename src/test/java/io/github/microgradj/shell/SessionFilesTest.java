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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tests of sessions that write or read files: saved files, the editor, class paths, measurements. */
class SessionFilesTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final PrintStream before = System.out;
    private final Map<String, String> environment = new HashMap<>();
    private Session session;

    @BeforeEach
    void start() {
        System.setOut(out);
        session = new Session(
                () -> new SnippetEngine(Startup.script()),
                new Printer(out, out, false, ColorLevel.NONE, Theme.NONE),
                new CommandRegistry(Commands.all(environment), Path.of("")),
                new Settings());
    }

    @AfterEach
    void close() {
        session.close();
        System.setOut(before);
    }

    /** Types lines, and returns the output. */
    private String type(String... lines) {
        bytes.reset();
        for (String line : lines) {
            session.run(line, "", RunMode.INTERACTIVE);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static final String[] LESSON = {
        "from micrograd.engine import Value",
        "a = Value(-4.0)",
        "Value b = Value(2.0);",
        "c = a + b",
        "c += 1 + c + (-a)",
        "double[] xs = {1, 2, 3};",
        "Value square(Value x) { return x**2; }",
        "record Point(double x, double y) { double norm() { return Math.sqrt(x * x + y * y); } }",
        "enum Colour { RED, GREEN }",
        "var p = new Point(xs[2], 4)",
        "square(c) / 2",
        "$_ + c",
        "$_.backward()",
        "print(f'{a.grad:.4f}')",
        "for (double x : xs) { System.out.println(p.norm() * x); }",
        "int n = 1;",
        "n++",
        "String n = \"now a text\" + n;",
        "System.out.println(n + Colour.RED + \"$1\");",
        "int[] counts = new int[2]; counts[1] += 5; System.out.println(counts[1]);",
        "if (n.length() > 2)\n    System.out.println(\"\"\"\n      block\n    \"\"\");",
        "Function<Double, Double> twice = x -> 2 * x",
        "twice.apply(4.0)",
        "System.out.println($_)",
        ":vars",
        "wrong + 1",
        "import java.time.Duration;",
        "System.out.println(Duration.ofSeconds(61));",
        "a",
        ":sh echo said",
    };

    @Test
    void whatAScriptDeclaresAsPythonDoesIsNoNewsAtTheNextInput() throws IOException {
        Path script = Files.writeString(folder.resolve("a.jsh"), "a = Value(2.0)\n");
        assertThat(type(":open " + script, "1 + 1")).isEqualTo("$1 ==> 2\n");
        assertThat(type("b = a * 2")).contains("b did not exist");
    }

    @Test
    void aSavedScriptDoesItAgain() throws IOException {
        type(LESSON);
        Path file = folder.resolve("lesson.jsh");
        type(":save " + file);
        assertThat(Files.readString(file)).contains("c += 1 + c + (-a)").doesNotContain(":vars", "wrong", "$_");
        type(":reset");
        assertThat(type(":open " + file)).isEqualTo(PRINTED + "said\n");
    }

    @Test
    void aSavedSessionDrawsItsPicturesAgain() throws IOException {
        Path file = folder.resolve("pictures.jsh");
        type("Value a = Value(2)", ":plot x -> x*x", ":descend x -> x*x --from 2", ":graph a * 3", ":doc Value");
        assertThat(type(":save " + file)).isEqualTo("wrote " + file + "\n");
        assertThat(file).hasContent("""
                Value a = Value(2)
                :plot x -> x*x
                :descend x -> x*x --from 2
                :graph a * 3
                """);
    }

    @Test
    void whatASavedClassCannotDoIsTold() throws IOException {
        Path file = folder.resolve("Lesson.java");
        type("Value a = Value(2)", ":plot x -> x*x", ":descend x -> x*x --from 2");
        assertThat(type(":save --java " + file)).isEqualTo("wrote " + file + """

                written as a comment, because only the shell can run it: :plot x -> x*x, and 1 more
                """);
        assertThat(Files.readString(file)).contains("// :plot x -> x*x\n", "// :descend x -> x*x --from 2\n");
    }

    @Test
    void whatDidNotRunToItsEndIsToldWhenItIsLeftOut() {
        Path file = folder.resolve("lesson.jsh");
        type("Value a = Value(2)", "for (int i = 0; i < 3; i++) {\n    a.data = i / (1 - i);\n}");
        assertThat(type(":save " + file)).isEqualTo("wrote " + file + """

                left out, because it did not finish: for (int i = 0; i < 3; i++) { a.data = i / (1 - i); }
                """);
    }

    private static final String PRINTED = """
            2.0000
            5.0
            10.0
            15.0
            now a text2RED$1
            5
              block

            8.0
            PT1M1S
            """;

    @Test
    void aSavedClassCompilesAndDoesTheSame() throws Exception {
        type(LESSON);
        Path file = folder.resolve("Lesson.java");
        type(":save --java " + file);
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, errors, "-cp", System.getProperty("java.class.path"), file.toString());
        assertThat(status).as("%s%n%s", errors, Files.readString(file)).isZero();
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        folder + System.getProperty("path.separator") + System.getProperty("java.class.path"),
                        "Lesson")
                .redirectErrorStream(true)
                .start();
        assertThat(new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(PRINTED);
        assertThat(Files.readString(file)).contains("// :sh echo said");
    }

    @Test
    void aSavedClassThatDoesNotCompileYetSaysWhy() {
        type("int later(int n) { return missing(n); }", "int whole(int n) { return n; }");
        Path file = folder.resolve("Lesson.java");
        assertThat(type(":save --java " + file))
                .isEqualTo("wrote " + file + "\nmethod later(int) cannot be used until this is declared:"
                        + " method missing(int); without it, " + file + " does not compile\n");
    }

    @Test
    void nothingIsWrittenOverUnasked() throws IOException {
        Path file = Files.writeString(folder.resolve("kept.jsh"), "mine\n");
        assertThat(type("int x = 1", ":save " + file)).contains("error: " + file + " exists; --force overwrites it");
        assertThat(file).hasContent("mine");
        type(":save --force " + file);
        assertThat(file).hasContent("int x = 1");
    }

    @Test
    void aReadOnlyPlaceIsOneClearLine() throws IOException {
        Path file = Files.writeString(folder.resolve("a file"), "").resolve("x.jsh");
        assertThat(type("int x = 1", ":save \"" + file + "\""))
                .contains("error: cannot write " + file + ": ")
                .hasLineCount(2);
    }

    @Test
    void whatIsOpenedIsSavedItself() throws IOException {
        Path inner = Files.writeString(folder.resolve("inner.jsh"), "int x = 4;\nint y = x * x;\n");
        Path file = folder.resolve("outer.jsh");
        type(":open " + inner, "int z = y", ":save " + file);
        assertThat(file).hasContent("int x = 4;\nint y = x * x;\nint z = y");
        assertThat(session.typed()).containsExactly(":open " + inner, "int z = y", ":save " + file);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theEditorChangesAndTheShellRuns() throws IOException {
        Path editor = Files.writeString(folder.resolve("editor"), "sed -i.bak s/2/3/ \"$1\"\n");
        environment.put("EDITOR", "sh " + editor);
        assertThat(type("int f(int x) { return x * 2; }", "f(5)")).endsWith("$1 ==> 10\n");
        assertThat(type(":edit f", "f(5)")).isEqualTo("replaced method f(int)\n$2 ==> 15\n");
        assertThat(type(":edit f")).isEqualTo("nothing changed, so nothing was run\n");
        assertThat(type("1 + 2", ":edit")).isEqualTo("$3 ==> 3\n$4 ==> 4\n");
        assertThat(type(":edit 1", "f(1)")).isEqualTo("replaced method f(int)\n$5 ==> 3\n");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theEditorShowsTheCodeAsItWasWritten() throws IOException {
        Path seen = folder.resolve("seen");
        Path editor = Files.writeString(folder.resolve("editor"), "cp \"$1\" '" + seen + "'\n");
        environment.put("EDITOR", "sh " + editor);
        type("Value x = Value(1)", "Value square() { return (x - 2)**2; }", ":edit square");
        assertThat(seen).hasContent("Value square() { return (x - 2)**2; }");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void anEditThatFailsIsKept() throws IOException {
        Path editor = Files.writeString(folder.resolve("editor"), "sed -i.bak 's/2;/2 +;/; s/+ +;/+ 3;/' \"$1\"\n");
        environment.put("EDITOR", "sh " + editor);
        type("int f(int x) { return x * 2; }");
        assertThat(type(":edit f")).contains("error", "your text is kept: :edit f continues with it");
        Files.writeString(folder.resolve("editor"), "sed -i.bak 's/2 +;/2 + 3;/' \"$1\"\n");
        assertThat(type(":edit f", "f(5)")).isEqualTo("replaced method f(int)\n$1 ==> 13\n");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void anEditorThatFailsRunsNothing() throws IOException {
        Path editor = Files.writeString(folder.resolve("editor"), "echo 'int x = 7;' > \"$1\"; exit 3\n");
        environment.put("VISUAL", "sh " + editor);
        assertThat(type(":edit")).isEqualTo("error: sh ended with status 3, so nothing was run\n");
        environment.put("VISUAL", "no-such-editor");
        assertThat(type(":edit")).startsWith("error: cannot run no-such-editor: ");
        Path emptying = Files.writeString(folder.resolve("emptying"), ": > \"$1\"\n");
        environment.put("VISUAL", "sh " + emptying);
        assertThat(type("int x = 1", ":edit", "x"))
                .endsWith("nothing changed, so nothing was run\n$1 ==> 1\n".replace("$1", "x"));
    }

    @Test
    void aClassPathServesCompilerAndLoader() throws IOException {
        Path source = Files.writeString(
                folder.resolve("Greeting.java"),
                "package greetings; public class Greeting { public String toString() { return \"hello\"; } }");
        Path classes = Files.createDirectory(folder.resolve("classes of mine"));
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", classes.toString(), source.toString()))
                .isZero();
        assertThat(type("new greetings.Greeting()")).contains("there is no class or package greetings");
        assertThat(type(":classpath \"" + classes + "\"", "new greetings.Greeting()"))
                .isEqualTo("$1 ==> hello\n");
        assertThat(type(":reset", ":classpath", "import greetings.*;", "new Greeting()"))
                .isEqualTo("the session is empty\n" + classes + "\n$1 ==> hello\n");
    }

    @Test
    void timeitRunsTheRealThingManyTimes() {
        assertThat(type("long runs = 0", ":timeit runs++", "runs > 10_000"))
                .matches(
                        "runs ==> 0\n\\d[\\d.]+ [a-z]+ \\(\\d[\\d.]+ [a-z]+ to \\d[\\d.]+ [a-z]+ in \\d+ runs of [\\d,]+\\),"
                                + " 0 bytes allocated\n\\$1 ==> true\n");
        assertThat(type("runs = 0; Value a = Value(2);", ":timeit --once runs++", "runs"))
                .endsWith("runs ==> 1\n");
        // On a busy machine, the JVM itself may allocate a little during each run.
        assertThat(type(":timeit new byte[1000]")).containsPattern(" 1,01[6-9] bytes allocated");
        assertThat(type(":timeit a * a + a**2")).contains(" runs of ");
        assertThat(type(":timeit a.backward()")).contains(" 0 bytes allocated");
        assertThat(type(":timeit { int k = 3; runs += k; }")).contains(" runs of ");
    }

    @Test
    void aWholeTraceIsShownOnDemand() {
        assertThat(type("int f(int x) { return x / 0; }", "f(1)", ":error"))
                .contains("java.lang.ArithmeticException: / by zero\n\tat ", ".f($JShell$", ".do_it$(");
        assertThat(type(":timeit List.of().get(0)", ":error")).contains("\tat java.base/java.util.");
    }

    @Test
    void historyNumbersWhatWasTyped() {
        assertThat(type("int x = 1;", "int y = x +\n    1;", ":history"))
                .endsWith("   1  int x = 1;\n   2  int y = x +\n          1;\n");
        assertThat(type(":history int y")).isEqualTo("   2  int y = x +\n          1;\n");
        assertThat(List.copyOf(session.typed())).hasSize(4);
    }

    @Test
    void aNotebookSavedInTheMiddleOfAnInputHasOnlyTheLinesBefore() throws IOException {
        Path file = folder.resolve("a.ipynb");
        type("x = 1\n:save " + file + "\ny = 2");
        assertThat(Files.readString(file)).contains("x = 1").doesNotContain("save", "y = 2");
    }

    @Test
    void aCellOfPythonIsTypedAsOne() {
        type("x = 1\nif x: print('yes')", "if x:\n    print(unknown)");
        assertThat(session.typed()).containsExactly("x = 1\nif x: print('yes')");
    }
}
