package io.github.microgradj.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.microgradj.editor.text.Highlighter;
import io.github.microgradj.notebook.Notebook.CellKind;
import io.github.microgradj.notebook.Notebook.Image;
import io.github.microgradj.notebook.Notebook.NotebookCell;
import io.github.microgradj.notebook.Notebook.Output;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookWriterTest {
    private static final String PYTHON = "/usr/bin/python3";

    private static final Notebook NOTEBOOK = new Notebook(
            "java",
            List.of(
                    new NotebookCell(CellKind.MARKDOWN, "# \u00dcber </script> \"Quotes\"", List.of()),
                    new NotebookCell(CellKind.RAW, "raw\n", List.of()),
                    new NotebookCell(CellKind.CODE, "", List.of()),
                    new NotebookCell(
                            CellKind.CODE,
                            "int x = 1; // <b>\nprint(x)",
                            List.of(
                                    new Output("1\n\t\u0007\ud83d\ude00\n", false, Optional.empty()),
                                    new Output(
                                            "Curves",
                                            false,
                                            Optional.of(new Image("image/svg+xml", "<svg>\n</svg>\n"))),
                                    new Output("GraphDot", true, Optional.of(new Image("image/png", "aGVsbG8=")))))));

    @TempDir
    Path folder;

    private static final class NoCommands implements Highlighter.Vocabulary {
        @Override
        public boolean isCommand(String begun) {
            return false;
        }

        @Override
        public boolean isOption(String command, String begun) {
            return false;
        }

        @Override
        public boolean takesJava(String command) {
            return false;
        }
    }

    @Test
    void cellsReadBack() {
        Notebook read = NotebookReader.read(NotebookWriter.json(NOTEBOOK));
        assertThat(read.language()).isEqualTo("java");
        assertThat(read.cells()).extracting(NotebookCell::kind).isEqualTo(kinds());
        assertThat(read.cells())
                .extracting(NotebookCell::source)
                .containsExactly("# \u00dcber </script> \"Quotes\"", "raw", "", "int x = 1; // <b>\nprint(x)");
    }

    private static List<CellKind> kinds() {
        return NOTEBOOK.cells().stream().map(NotebookCell::kind).toList();
    }

    @Test
    void jupyterAcceptsIt() throws IOException, InterruptedException {
        assumeTrue(runs("import nbformat, nbconvert"), "nbformat and nbconvert are not installed for " + PYTHON);
        Path file = folder.resolve("lesson.ipynb");
        Files.writeString(file, NotebookWriter.json(NOTEBOOK));
        String program = """
                import nbformat, nbconvert
                notebook = nbformat.read(%1$s, as_version=nbformat.NO_CONVERT)
                nbformat.validate(notebook)
                assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5), notebook.nbformat_minor
                last = notebook.cells[-1]
                assert last.source == 'int x = 1; // <b>\\nprint(x)', last.source
                assert [o.output_type for o in last.outputs] == ['stream', 'display_data', 'execute_result']
                assert last.outputs[0].text == '1\\n\\t\\x07\\U0001f600\\n', last.outputs[0].text
                assert last.outputs[1].data['image/svg+xml'] == '<svg>\\n</svg>\\n'
                html, _ = nbconvert.HTMLExporter().from_notebook_node(notebook)
                assert 'aGVsbG8=' in html
                """.formatted("'" + file + "'");
        assertThat(run(program)).isEmpty();
    }

    @Test
    void thePageIsSelfContainedAndEscapesAllText() {
        String page = NotebookPage.html(NOTEBOOK, "A <lesson>", new Highlighter(new NoCommands()));
        assertThat(page)
                .contains("<h1>A &#60;lesson&#62;</h1>")
                .contains("<i class=\"keyword\">int</i> x = <i class=\"number\">1</i>;"
                        + " <i class=\"comment\">// &#60;b&#62;</i>\nprint(x)")
                .contains("src=\"data:image/png;base64,aGVsbG8=\"")
                .contains("src=\"data:image/svg+xml;base64,PHN2Zz4KPC9zdmc+Cg==\"")
                .doesNotContain("http:")
                .doesNotContain("https:")
                .doesNotContain("{{");
    }

    private static boolean runs(String program) throws IOException, InterruptedException {
        return Files.isExecutable(Path.of(PYTHON)) && run(program).isEmpty();
    }

    /** Runs a Python program, and returns what it printed; empty if it succeeded silently. */
    private static String run(String program) throws IOException, InterruptedException {
        Process python = new ProcessBuilder(PYTHON, "-W", "ignore", "-c", program)
                .redirectErrorStream(true)
                .start();
        String printed = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return python.waitFor() == 0 ? "" : printed;
    }
}
