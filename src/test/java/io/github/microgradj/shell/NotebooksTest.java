package io.github.microgradj.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;

/** Tests of notebooks that the command line and commands name, and of those that a session becomes. */
class NotebooksTest extends CommandLineFixture {
    private Path notebook(String name, String language, String... cells) throws IOException {
        String all = Arrays.stream(cells)
                .map(cell -> new JSONObject()
                        .put("cell_type", cell.startsWith("#!") ? "markdown" : "code")
                        .put("metadata", new JSONObject())
                        .put("source", cell)
                        .toString())
                .collect(Collectors.joining(","));
        return script(
                name,
                "{\"nbformat\": 4, \"nbformat_minor\": 5, \"metadata\": {\"kernelspec\": {\"language\": \"" + language
                        + "\"}}, \"cells\": [" + all + "]}");
    }

    @Test
    void cellsRunInOrderAndGiveTheirLastValue() throws IOException {
        Path file = notebook(
                "a.ipynb",
                "java",
                "#! A title",
                "var a = Value(2.0);\na * 3",
                "",
                "a.data + 1\na.data = 5\na.data + 1",
                "a.data = 7",
                "print(a.data)");
        assertThat(run("", file.toString())).isZero();
        assertThat(out()).isEqualTo("""
                In [1]: var a = Value(2.0);
                Value(data=6.0, grad=0.0, op=*)
                In [2]: a.data + 1
                6.0
                In [3]: a.data = 7
                In [4]: print(a.data)
                7.0
                """);
        assertThat(err()).isEmpty();
    }

    @Test
    void theFirstCellThatFailsEndsTheRun() throws IOException {
        Path file = notebook("a.ipynb", "java", "int x = 1;", "print(x)\nprint(y)\nprint(x)", "print(2)");
        assertThat(run("", file.toString())).isEqualTo(1);
        assertThat(out()).isEqualTo("In [1]: int x = 1;\nIn [2]: print(x)\n1\n");
        assertThat(err()).startsWith(file + " cell 2:2: error: there is no variable y");
    }

    @Test
    void keepGoingRunsTheOtherCells() throws IOException {
        Path file = notebook("a.ipynb", "java", "print(1)\n1 / 0\nprint(2)", "print(3)", "oops");
        assertThat(run("", "--keep-going", file.toString())).isEqualTo(1);
        assertThat(out()).isEqualTo("In [1]: print(1)\n1\nIn [2]: print(3)\n3\nIn [3]: oops\n");
        assertThat(err())
                .contains("a.ipynb cell 1:2: error: ArithmeticException", "a.ipynb cell 3:1: error:")
                .endsWith("microgradj-shell: of 3 cells, 2 failed: 1, 3\n");
    }

    @Test
    void otherLanguagesAndDamageAreOneLine() throws IOException {
        Path r = notebook("r.ipynb", "R", "x <- 1");
        Path damaged = script("damaged.ipynb", "{\"nbformat\": 4,\n\"cells\": [}");
        assertThat(run("", r.toString())).isEqualTo(1);
        assertThat(run("", damaged.toString())).isEqualTo(1);
        assertThat(run("", folder.resolve("none.ipynb").toString())).isEqualTo(1);
        assertThat(run(":open " + damaged + "\n")).isEqualTo(1);
        assertThat(out()).isEmpty();
        assertThat(err().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .endsWith("r.ipynb is a notebook in r; only notebooks in Python or Java can run"),
                        line -> assertThat(line).contains("damaged.ipynb is damaged: line 2, character "),
                        line -> assertThat(line).contains("there is no file ").endsWith("none.ipynb"),
                        line -> assertThat(line).contains("damaged.ipynb is damaged: line 2, character "));
    }

    @Test
    void openRunsANotebookInTheSession() throws IOException {
        Path file = notebook("a.ipynb", "java", "#! Look:", "int x = 41;", "x + 1");
        Path faulty = notebook("b.ipynb", "java", "print(x)", "oops");
        assertThat(run(":open " + file + "\nprint(x)\n:open --step " + file + "\n:open " + faulty + "\n"))
                .isEqualTo(1);
        assertThat(out()).isEqualTo("""
                In [1]: int x = 41;
                In [2]: x + 1
                42
                41
                #! Look:
                In [1] of 2:
                int x = 41;
                In [2] of 2:
                x + 1
                42
                In [1]: print(x)
                41
                In [2]: oops
                """);
        assertThat(err()).contains("b.ipynb cell 2:1: error: there is no variable oops");
    }

    @Test
    void aSavedNotebookHasWhatRanAndWhatItGave() throws IOException {
        Path saved = folder.resolve("saved.ipynb");
        Path page = folder.resolve("saved.html");
        int status = run(
                "x = Value(3.0)\n:vars\nb = x**2\nb.backward()\noops\nprint(x.grad)\n:plot t -> t.tanh()\n:save "
                        + saved + "\n:save " + page + "\n",
                "--keep-going");
        assertThat(status).isEqualTo(1);
        JSONArray cells = new JSONObject(Files.readString(saved)).getJSONArray("cells");
        assertThat(cells.toList().stream().map(cell -> source(new JSONObject((java.util.Map<?, ?>) cell))))
                .containsExactly("x = Value(3.0)", "b = x**2", "b.backward()", "print(x.grad)", ":plot t -> t.tanh()");
        JSONObject printed = cells.getJSONObject(3).getJSONArray("outputs").getJSONObject(0);
        assertThat(printed.getJSONArray("text").toList()).containsExactly("6.0\n");
        JSONObject picture = cells.getJSONObject(4).getJSONArray("outputs").getJSONObject(0);
        assertThat(picture.getJSONObject("data")
                        .getJSONArray("image/svg+xml")
                        .toList()
                        .toString())
                .contains("<svg");
        assertThat(Files.readString(page)).contains("<h1>saved</h1>", "data:image/svg+xml;base64,", "6.0");
    }

    private static String source(JSONObject cell) {
        return cell.getJSONArray("source").toList().stream()
                .map(String::valueOf)
                .collect(Collectors.joining());
    }

    @Test
    void aSavedNotebookRunsToTheSameResults() throws IOException {
        Path first = folder.resolve("first.ipynb");
        Path second = folder.resolve("second.ipynb");
        Path lesson = notebook(
                "lesson.ipynb",
                "java",
                "seed(1);\nvar n = new Neuron(2);\nn.forward(1, 2).data",
                "$1 + n.parameters().get(0).data",
                "n");
        run("", "--keep-going", lesson.toString());
        assertThat(run(":open " + lesson + "\n:save " + first + "\n:reset\n:open " + first + "\n:save " + second
                        + "\n"))
                .isZero();
        assertThat(Files.readString(second)).isEqualTo(Files.readString(first)).contains("execute_result");
    }
}
