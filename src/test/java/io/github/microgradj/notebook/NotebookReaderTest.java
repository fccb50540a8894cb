package io.github.microgradj.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.microgradj.notebook.Notebook.CellKind;
import io.github.microgradj.notebook.Notebook.NotebookCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotebookReaderTest {
    private static final String CELL = """
            {"cell_type": "%s", "metadata": {}, "source": %s, "outputs": [{"output_type": "stream", "text": ["no"]}]}""";

    private static String file(String metadata, String... cells) {
        return "{\"nbformat\": 4, \"nbformat_minor\": 2, \"metadata\": {" + metadata + "}, \"cells\": ["
                + String.join(",", cells) + "]}";
    }

    @Test
    void sourceIsAStringOrLines() {
        Notebook notebook = NotebookReader.read(file(
                "",
                CELL.formatted("code", "[\"x = 1\\n\", \"y = 2\\n\"]"),
                CELL.formatted("markdown", "\"# Title\\ntext\""),
                CELL.formatted("raw", "[]"),
                CELL.formatted("code", "\"\"")));
        assertThat(notebook.cells())
                .extracting(NotebookCell::source)
                .containsExactly("x = 1\ny = 2", "# Title\ntext", "", "");
        assertThat(notebook.cells())
                .extracting(NotebookCell::kind)
                .containsExactly(CellKind.CODE, CellKind.MARKDOWN, CellKind.RAW, CellKind.CODE);
        assertThat(notebook.cells()).extracting(NotebookCell::hasCode).containsExactly(true, false, false, false);
        assertThat(notebook.cells()).allMatch(cell -> cell.outputs().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                                                       | python",
                "\"kernelspec\": {\"name\": \"python3\", \"language\": \"python\"}      | python",
                "\"kernelspec\": {\"name\": \"python3\"}                                | python",
                "\"language_info\": {\"name\": \"ipython\"}                             | python",
                "\"kernelspec\": {\"name\": \"ir\", \"language\": \"R\"}                | r",
                "\"kernelspec\": {\"name\": \"julia-1.9\", \"language\": \"julia\"}     | julia",
                "\"kernelspec\": {\"name\": \"rapaio-jupyter\", \"language\": \"java\"} | java",
            })
    void languageIsThatOfTheKernel(String metadata, String language) {
        assertThat(NotebookReader.read(file(metadata == null ? "" : metadata)).language())
                .isEqualTo(language);
    }

    @Test
    void format3HasSheetsWithInputs() {
        Notebook notebook = NotebookReader.read("""
                {"metadata": {"name": ""}, "nbformat": 3, "nbformat_minor": 0, "worksheets": [{"cells": [
                    {"cell_type": "heading", "level": 1, "metadata": {}, "source": ["Title"]},
                    {"cell_type": "code", "collapsed": false, "input": ["1 + 1"], "language": "python", "outputs": []}
                ]}]}""");
        assertThat(notebook.language()).isEqualTo("python");
        assertThat(notebook.cells()).extracting(NotebookCell::source).containsExactly("Title", "1 + 1");
        assertThat(notebook.cells()).extracting(NotebookCell::kind).containsExactly(CellKind.MARKDOWN, CellKind.CODE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                              | empty",
                "print(1)                                        | not a notebook: it does not begin with {",
                "{}                                              | not a notebook: it has no nbformat",
                "{\"nbformat\": 2}                               | a notebook in nbformat 2, expected 3 or 4; jupyter"
                        + " nbconvert --to notebook converts it",
                "{\"nbformat\": 5}                               | a notebook in nbformat 5, expected 3 or 4",
                "{\"nbformat\": 4}                               | 'damaged: JSONObject[\"cells\"] not found.'",
                "{\"nbformat\": 4, \"cells\": [1                 | 'damaged: line 1, character 28: Expected a '','' or '']'''",
                "{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\"}]} | damaged: cell 1 has no text",
                "{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\", \"source\": 3}]} | damaged: cell 1 has no text",
            })
    void whatIsNoNotebookIsSaidInOneLine(String text, String message) {
        assertThatThrownBy(() -> NotebookReader.read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void deepNestingIsDamage() {
        assertThatThrownBy(() -> NotebookReader.read("{\"nbformat\": 4, \"cells\": " + "[".repeat(100_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("damaged: ")
                .hasMessageNotContaining("\n");
    }
}
