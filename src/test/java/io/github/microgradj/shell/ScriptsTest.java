package io.github.microgradj.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Tests of Java files and scripts with arguments, as a command line names them. */
class ScriptsTest extends CommandLineFixture {
    private static final String HELLO = """
            /* Copyright. */
            package a.b;

            import java.util.List;

            /** Says hello. */
            public class Hello {
                public static void main(String[] args) throws Exception {
                    System.out.println("Hello " + List.of(args));
                }
            }
            """;

    @Test
    void theMainOfAJavaFileIsCalledWithTheArguments() throws IOException {
        Path file = script("Hello.java", HELLO);
        assertThat(run("", file.toString(), "one", "--two")).isZero();
        assertThat(out()).isEqualTo("Hello [one, --two]\n");
        assertThat(err()).isEmpty();
    }

    @Test
    void theMainOfTheFirstTypeIsTheOneOfTheFile() throws IOException {
        Path file = script("Second.java", """
                class First { static void main(String... words) { System.out.println(1); } }
                class Second { public static void main(String[] args) { System.out.println(2); } }
                """);
        assertThat(run("", file.toString())).isZero();
        assertThat(out()).isEqualTo("1\n");
    }

    @Test
    void aMainMayBeInheritedHaveNoParameterOrNeedAnObject() throws IOException {
        Path inherited = script(
                "A.java", "class A extends B {}\nclass B { static void main() { System.out.println(\"B\"); } }\n");
        Path object = script("C.java", "class C { int n = 3; void main() { System.out.println(n); } }\n");
        Path compact = script(
                "D.java",
                "void main() { System.out.println(twice(\"d\")); }\nString twice(String s) { return s + s; }\n");
        Path parameters = script("E.java", "void main(String[] words) { System.out.println(words.length); }\n");
        assertThat(run("", inherited.toString(), object.toString(), compact.toString(), parameters.toString(), "x"))
                .isZero();
        assertThat(out()).isEqualTo("B\n3\ndd\n1\n");
    }

    @Test
    void aFailingMainIsAFailure() throws IOException {
        Path file = script(
                "Fails.java",
                "class Fails {\n  public static void main(String[] a) {\n    int i = 1 / a.length;\n  }\n}\n");
        assertThat(run("", file.toString())).isEqualTo(1);
        assertThat(err())
                .contains("ArithmeticException: / by zero")
                .contains("in Fails.main, Fails.java:3: int i = 1 / a.length;");
    }

    @Test
    void aJavaFileWithoutAMainSaysSo() throws IOException {
        Path file = script("None.java", "class None { private static void main(String[] args) {} }\n");
        assertThat(run("", file.toString())).isZero();
        assertThat(err()).isEqualTo("note: " + file + " has no main method; only its declarations ran\n");
    }

    @Test
    void argumentsAreInAVariable() throws IOException {
        Path file = script("arguments.jsh", "System.out.println(String.join(\"|\", args));\n");
        assertThat(run("", file.toString(), "one", "two words", "--keep-going", "--", "-"))
                .isZero();
        assertThat(run("", file.toString())).isZero();
        assertThat(run("System.out.println(args[0]);", "-", "x")).isZero();
        assertThat(run("", "-e", "args.length", "a", "b")).isZero();
        assertThat(out()).isEqualTo("one|two words|--keep-going|--|-\n\nx\n2\n");
    }

    @Test
    void twoDashesEndTheFiles() throws IOException {
        Path file = script("first.jsh", "System.out.println(args[0]);\n");
        assertThat(run("", file.toString(), "--", file.toString())).isZero();
        assertThat(out()).isEqualTo(file + "\n");
    }

    @Test
    void theOrderOfDeclarationsIsFree() throws IOException {
        Path file = script("order.jsh", """
                class Cab extends Driver {
                    // The method to override is not known yet.
                    @Override String drives() { return super.drives() + " a cab"; }
                }
                // It is declared below.
                class Driver extends Person { String drives() { return name() + " drives"; } }

                abstract class Person { String name() { return "Ann"; } }
                System.out.println(new Cab().drives());
                """);
        assertThat(run("", file.toString())).isZero();
        assertThat(out()).isEqualTo("Ann drives a cab\n");
        assertThat(err()).isEmpty();
    }

    @Test
    void aDeclarationThatFailsForGoodIsToldBeforeAnythingElseRuns() throws IOException {
        Path file = script("wrong.jsh", "class A { int i = \"s\"; }\nclass B {}\nSystem.out.println(1);\n");
        assertThat(run("", file.toString())).isEqualTo(1);
        assertThat(run("", "--keep-going", file.toString())).isEqualTo(1);
        assertThat(out()).isEqualTo("1\n");
        assertThat(err().split("expected int, got String", -1)).hasSize(3);
        assertThat(err()).startsWith(file + ":1: error: ");
    }

    @Test
    void aScriptMayStay() throws IOException {
        Path file = script("stays.jsh", "int kept = args.length;\n");
        assertThat(run("System.out.println(kept + args[0]);", "-i", file.toString(), "x"))
                .isZero();
        assertThat(out()).isEqualTo("1x\n");
        assertThat(run(
                        "System.out.println(2);",
                        "-i",
                        script("quits.jsh", ":quit\n").toString()))
                .isZero();
        assertThat(out()).isEqualTo("1x\n");
    }

    @Test
    void standardInputRunsAsItComes() throws Exception {
        PipedOutputStream writer = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(writer);
        CompletableFuture<Integer> status = CompletableFuture.supplyAsync(() -> new Main(in, out, err, Map.of()).run());
        write(writer, "int x = 1;\nSystem.out.println(x);\n");
        awaitOutput("1\n");
        write(writer, "for (int i = 0; i < 2; i++) {\n");
        write(writer, "    System.out.println(\"i\" + i);\n}\n");
        awaitOutput("1\ni0\ni1\n");
        write(writer, "System.out.print(System.in.read());\nint y = 1 / 0;\n");
        writer.close();
        assertThat(status.get(60, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(out()).isEqualTo("1\ni0\ni1\n-1");
        assertThat(err()).isEqualTo("standard input:7: error: ArithmeticException: / by zero\n");
    }

    private static void write(OutputStream writer, String text) throws IOException {
        writer.write(text.getBytes(StandardCharsets.UTF_8));
        writer.flush();
    }

    private void awaitOutput(String expected) throws InterruptedException {
        for (int i = 0; i < 600 && !out().equals(expected); i++) {
            Thread.sleep(100);
        }
        assertThat(out()).isEqualTo(expected);
    }

    @Test
    void aScriptWaitsForTheThreadsItStarted() {
        String start =
                "new Thread(() -> { try { Thread.sleep(%d); } catch (InterruptedException e) { } System.out.println(%d); })";
        assertThat(run("", "-e", start.formatted(300, 1) + ".start();")).isZero();
        assertThat(out()).isEqualTo("1\n");
        assertThat(run("var t = " + start.formatted(3_600_000, 2) + ";\nt.setDaemon(true); t.start();\n"))
                .isZero();
        assertThat(run("", "-e", start.formatted(3_600_000, 3) + ".start(); System.exit(4)"))
                .isEqualTo(4);
        assertThat(out()).isEqualTo("1\n");
    }

    @Test
    void aFileOfPythonRunsAsAWhole() throws IOException {
        Path good = script("good.py", """
                #!/usr/bin/env python3
                from micrograd.engine import Value

                x = 2/3
                w = Value(x, label='w')
                w
                if __name__ == '__main__':
                    print(f"{w.data:.3f}")
                """);
        Path refused = script("refused.py", "print('EFFECT')\n\nimport pandas\n");
        Path thrown = script("thrown.py", "xs = [1]\nprint('one')\nprint(xs[3])\nprint('two')\n");
        assertThat(run("", good.toString(), good.toString())).isZero();
        assertThat(run("", refused.toString())).isEqualTo(1);
        assertThat(run("", thrown.toString())).isEqualTo(1);
        assertThat(run(":open " + refused + "\n")).isEqualTo(1);
        assertThat(out()).isEqualTo("0.667\n0.667\none\n");
        assertThat(err())
                .contains(refused + ":3: error: the module pandas is not available")
                .contains("none of this input was run")
                .contains(thrown + ":3: error: IndexError: list index out of range")
                .endsWith("error: stopped reading " + refused + " at its first error\n");
    }

    @Test
    void aSavedSessionHasTheStatementsOfAFailedCellThatRan() throws IOException {
        Path cell = script("cell.py", """
                # A list.
                xs = [4, 5]

                def f(i):
                    return xs[i]

                import math
                for k in range(2):
                    print(f(k))
                print(f(2))
                print('never')
                """);
        Path saved = folder.resolve("saved.jsh");
        Path notebook = folder.resolve("saved.ipynb");
        run(":open " + cell + "\n:save " + saved + "\n:save " + notebook + "\n", "--keep-going");
        assertThat(out()).contains("4\n5\nwrote ").contains("left out, because it did not finish: print(f(2))");
        assertThat(saved).hasContent("""
                # A list.
                xs = [4, 5]

                def f(i):
                    return xs[i]

                import math
                for k in range(2):
                    print(f(k))
                """);
        assertThat(run("", saved.toString(), notebook.toString())).isZero();
        assertThat(out()).endsWith("\n4\n5\nIn [1]: # A list.\n4\n5\n");
    }
}
