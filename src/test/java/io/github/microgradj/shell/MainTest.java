package io.github.microgradj.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests of scripts, one-liners and standard input: the output, its stream, and the exit status. */
class MainTest extends CommandLineFixture {
    @Test
    void aOneLinerPrintsTheValuesOfItsExpressions() {
        assertThat(run("", "-e", "var x = new Value(3); x.pow(2).data; \"text\""))
                .isZero();
        assertThat(out()).isEqualTo("9.0\n\"text\"\n");
    }

    @Test
    void aTildeIsTheFolderThatHomeNames() throws IOException {
        script("mine.jsh", "print(\"mine\")");
        ByteArrayInputStream in =
                new ByteArrayInputStream(":open ~/mine.jsh\n:save ~/kept.jsh\n".getBytes(StandardCharsets.UTF_8));
        assertThat(new Main(in, out, err, Map.of("HOME", folder.toString())).run())
                .isZero();
        assertThat(out()).startsWith("mine\n");
        assertThat(folder.resolve("kept.jsh")).exists();
    }

    @Test
    void severalOneLinersShareASession() {
        assertThat(run("", "-e", "int x = 20", "-e", "x + 1")).isZero();
        assertThat(out()).isEqualTo("21\n");
    }

    @Test
    void standardInputIsAScriptAndEchoesNothing() {
        assertThat(
                        run(
                                "int x = 3;\nx\nif (x == 3)\n  System.out.println(\"three\");\nelse\n  System.out.println(\"other\");\n"))
                .isZero();
        assertThat(out()).isEqualTo("three\n");
    }

    @Test
    void aScriptEndsAtItsFirstErrorWithFileLineAndCaret() throws IOException {
        Path file =
                script("bad.jsh", "// a comment\nint x = 3;\nint y = x +\n    z;\nSystem.out.println(\"never\");\n");
        assertThat(run("", file.toString())).isEqualTo(1);
        assertThat(out()).isEmpty();
        assertThat(err()).isEqualTo(file + ":4: error: there is no variable z\n      z;\n      ^\n");
    }

    @Test
    void anExceptionInAThreadOfTheUsersIsOneLineAndEndsNothing() {
        String start = "Thread t = new Thread(() -> { throw new IllegalStateException(\"lost\"); }, \"worker\");\n";
        assertThat(run(start + "t.start(); t.join();\nSystem.out.println(1);\n"))
                .isZero();
        assertThat(out()).isEqualTo("1\n");
        assertThat(err()).isEqualTo("error: in thread worker: IllegalStateException: lost\n");
    }

    @Test
    void anExceptionEndsAScriptToo() throws IOException {
        Path file = script("throws.jsh", "int one = 1;\n\nint y = one / 0;\n");
        assertThat(run("", file.toString())).isEqualTo(1);
        assertThat(err()).isEqualTo(file + ":3: error: ArithmeticException: / by zero\n");
    }

    @Test
    void placesInAScriptAreLinesOfItsFile() throws IOException {
        Path inner = script("inner.jsh", "// a comment\n\nint ratio(int b) {\n    return 1 / b;\n}\n");
        Path outer = script("outer.jsh", ":open " + inner + "\nfor (int i = 1; i >= 0; i--) {\n    ratio(i);\n}\n");
        assertThat(run("", outer.toString())).isEqualTo(1);
        assertThat(err())
                .isEqualTo(outer + ":2: error: ArithmeticException: / by zero\n"
                        + "    in ratio, inner.jsh:4: return 1 / b;\n    outer.jsh:3: ratio(i);\n");
    }

    @Test
    void anUnfinishedSnippetIsAnError() {
        assertThat(run("int f(int x) {\n  return x;\n")).isEqualTo(1);
        assertThat(err()).startsWith("standard input:2: error: ");
    }

    @Test
    void scriptsRunOneAfterTheOtherInOneSession() throws IOException {
        Path first = script("first.jsh", "int shared = 5;\n");
        Path second = script("second.jsh", "System.out.println(shared + 1);\n");
        assertThat(run("", first.toString(), second.toString())).isZero();
        assertThat(out()).isEqualTo("6\n");
    }

    @Test
    void commandsWorkInScripts() throws IOException {
        Path inner = script("inner.jsh", "int inner = 8;\n");
        Path outer = script("outer.jsh", ":open " + inner + "\nSystem.out.println(inner);\n");
        assertThat(run("", outer.toString())).isZero();
        assertThat(out()).isEqualTo("8\n");
    }

    @Test
    void anErrorInAnOpenedScriptNamesBoth() throws IOException {
        Path inner = script("inner.jsh", "int broken = ;\n");
        Path outer = script("outer.jsh", "int x = 1;\n:open " + inner + "\n");
        assertThat(run("", outer.toString())).isEqualTo(1);
        assertThat(err()).startsWith(inner + ":1: error: ").contains(outer + ":2: error: stopped reading " + inner);
    }

    @Test
    void exitStatusesAreTheSnippets() {
        assertThat(run("System.exit(9);")).isEqualTo(9);
        assertThat(run(":quit")).isZero();
    }

    @Test
    void anExitLeavesOtherThreadsAlone() {
        String busy =
                "new Thread(() -> { for (long end = System.nanoTime() + 1_000_000_000L; System.nanoTime() < end; ) { } })";
        assertThat(run("Thread t = " + busy + "; t.start();\nSystem.exit(9);")).isEqualTo(9);
        assertThat(err()).isEmpty();
    }

    @Test
    void aScriptMayKeepGoing() throws IOException {
        Path first = script("first.jsh", "int x = wrong;\nSystem.out.println(1);\n:nothing\n");
        Path second = script("second.jsh", "System.out.println(2);\nint y = 1 / 0;\n");
        assertThat(run(
                        "",
                        "--keep-going",
                        first.toString(),
                        folder.resolve("none.jsh").toString(),
                        second.toString()))
                .isEqualTo(1);
        assertThat(out()).isEqualTo("1\n2\n");
        assertThat(err())
                .contains(first + ":1: error: there is no variable", first + ":3: error: there is no command :nothing")
                .contains("there is no file", second + ":2: error: ArithmeticException");
    }

    @Test
    void aDashIsStandardInput() throws IOException {
        Path file = script("first.jsh", "int x = 3;\n");
        assertThat(run("System.out.println(x);", file.toString(), "-")).isZero();
        assertThat(out()).isEqualTo("3\n");
    }

    @Test
    void longScriptsAndLongLinesAreRead() throws IOException {
        StringBuilder text = new StringBuilder("class Long {\n");
        for (int i = 0; i < 10_000; i++) {
            text.append("    int f").append(i).append("() { return ").append(i).append("; }\n");
        }
        text.append("}\n/* ").append("x".repeat(1_000_000)).append(" */ System.out.println(new Long().f9999())\n");
        text.append("String s = \"").append("$1 ".repeat(20_000)).append("\"; System.out.println(s.length())\n");
        text.append("String t = \"").append("x".repeat(1_000_000)).append("\"\n");
        text.append("int[] a = {\n").append("1,\n".repeat(20_000)).append("};\n");
        Path file = script("long.jsh", text.toString());
        assertThat(run("", "--keep-going", file.toString())).isEqualTo(1);
        assertThat(out()).isEqualTo("9999\n60000\n");
        assertThat(err())
                .startsWith(
                        file + ":10005: error: a string in Java code can have at most 65,535 bytes; read a longer one")
                .contains(file + ":10006: error: this is too much code for one Java method; read large data")
                .hasLineCount(6);
    }

    @Test
    void whatIsNoTextIsSaidInOneLine() throws IOException {
        byte[] latin = {'i', 'n', 't', ' ', (byte) 0xe4, ';'};
        Path file = Files.write(folder.resolve("latin.jsh"), latin);
        assertThat(run("", file.toString())).isEqualTo(1);
        assertThat(new Main(new ByteArrayInputStream(latin), out, err, Map.of()).run())
                .isEqualTo(1);
        assertThat(err())
                .isEqualTo("microgradj-shell: " + file + " is not UTF-8 text\n"
                        + "microgradj-shell: standard input is not UTF-8 text\n");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() {
        assertThat(run("\ufeffint x = 3;\nSystem.out.println(x);")).isZero();
        assertThat(out()).isEqualTo("3\n");
    }

    @Test
    void infixIsUnderstoodEverywhere() throws IOException {
        Path opened = script("opened.jsh", "Value a = Value(3), b = Value(2);\n");
        Path dot = folder.resolve("g.dot");
        assertThat(run(":open " + opened + "\n:graph a*b + 1 " + dot + "\nSystem.out.println((a*b + b**3).data);"))
                .isZero();
        assertThat(out()).isEqualTo("wrote " + dot + "\n14.0\n");
        assertThat(Files.readString(dot)).contains("data 7.0000");
        assertThat(run("", "-e", "Value c = Value(3); c**2 + c")).isZero();
        assertThat(out()).contains("Value(data=12.0, grad=0.0, op=+)");
    }

    @Test
    void aMissingScriptIsSaidInOneLine() {
        assertThat(run("", "missing.jsh")).isEqualTo(1);
        assertThat(err()).isEqualTo("microgradj-shell: there is no file missing.jsh\n");
    }

    @Test
    void aWrongOptionIsStatus2() {
        assertThat(run("", "--colour")).isEqualTo(2);
        assertThat(err()).isEqualTo("microgradj-shell: Unknown option: '--colour'; --help shows the options\n");
    }

    @Test
    void whatOnlyTheLauncherCanDoIsSaid() {
        for (String[] arguments : new String[][] {{"--warm"}, {"--warm", "-e", "1"}}) {
            assertThat(run("", arguments)).isEqualTo(2);
        }
        assertThat(err()).contains("--warm works only through the launcher").hasLineCount(2);
    }

    @Test
    void helpAndVersionAreForStandardOutput() {
        assertThat(run("", "--help")).isZero();
        assertThat(out())
                .startsWith("Usage: microgradj-shell")
                .contains("-e", "--no-color", "--print-classpath", "Exit status");
        assertThat(run("", "--version")).isZero();
        assertThat(out()).contains("microgradj ", " on Java " + System.getProperty("java.version"));
        assertThat(err()).isEmpty();
    }

    @Test
    void picturesAreWrittenWhereOneSays() throws IOException {
        Path svg = folder.resolve("a picture.svg");
        Path png = folder.resolve("p.png");
        Path dot = folder.resolve("p.dot");
        String expression = "new Value(2, \"two\").mul(3)";
        assertThat(run(":graph " + expression + " \"" + svg + "\"\n:graph --tb " + expression + " " + png + "\n:graph "
                        + expression + " " + dot))
                .isZero();
        assertThat(out()).isEqualTo("wrote " + svg + "\nwrote " + png + "\nwrote " + dot + "\n");
        assertThat(Files.readString(svg)).contains("<svg", "two", "data 6.0000");
        assertThat(Files.readString(dot)).contains("two | data 2.0000");
        assertThat(Files.readAllBytes(png)).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void aTrainingSavesItsModelAndItsBoundary() {
        Path model = folder.resolve("model.txt");
        Path picture = folder.resolve("boundary.png");
        String train = ":train moons --steps 5 --quiet --save " + model + " --boundary " + picture;
        assertThat(run(train + "\nvar loaded = MLP.load(\"" + model + "\");\n"
                        + "System.out.println(Arrays.equals(loaded.predict(1, 2), model.predict(1, 2)));"))
                .isZero();
        assertThat(out()).endsWith("true\n");
        assertThat(picture).isNotEmptyFile();
    }

    @Test
    void aCsvFileTrains() throws IOException {
        Path file = script("points.csv", "x,y,kind\n1,1,a\n2,1,a\n-1,-1,b\n-2,-1,b\n");
        assertThat(run(":train csv " + file + " --label kind --steps 20\ndata.classNames()"))
                .isZero();
        assertThat(out()).contains("step 19 loss").endsWith("accuracy 100.0%\n");
    }
}
