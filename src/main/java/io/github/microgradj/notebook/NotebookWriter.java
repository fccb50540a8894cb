package io.github.microgradj.notebook;

import io.github.microgradj.notebook.Notebook.CellKind;
import io.github.microgradj.notebook.Notebook.Image;
import io.github.microgradj.notebook.Notebook.NotebookCell;
import io.github.microgradj.notebook.Notebook.Output;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.json.JSONObject;

/** A writer of Java notebooks in nbformat 4.5. It indents them as Jupyter does, so that diffs stay small. */
public final class NotebookWriter {
    private int count;

    private NotebookWriter() {}

    /** Returns the contents of a notebook file. */
    public static String json(Notebook notebook) {
        StringBuilder json = new StringBuilder();
        write(new NotebookWriter().file(notebook), "", json);
        return json.append('\n').toString();
    }

    private Map<String, Object> file(Notebook notebook) {
        List<Object> cells = new ArrayList<>();
        for (NotebookCell cell : notebook.cells()) {
            cells.add(cell(cell, "cell-" + (cells.size() + 1)));
        }
        return map(
                "cells",
                cells,
                "metadata",
                map(
                        "kernelspec", map("display_name", "Java (microgradj)", "language", "java", "name", "java"),
                        "language_info", map("file_extension", ".java", "mimetype", "text/x-java", "name", "java")),
                "nbformat",
                4,
                "nbformat_minor",
                5);
    }

    private Map<String, Object> cell(NotebookCell cell, String id) {
        if (cell.kind() != CellKind.CODE) {
            String kind = cell.kind() == CellKind.RAW ? "raw" : "markdown";
            return map("cell_type", kind, "id", id, "metadata", map(), "source", lines(cell.source()));
        }
        count++;
        List<Object> outputs = cell.outputs().stream().map(this::output).toList();
        return map(
                "cell_type",
                "code",
                "execution_count",
                count,
                "id",
                id,
                "metadata",
                map(),
                "outputs",
                outputs,
                "source",
                lines(cell.source()));
    }

    private Object output(Output output) {
        if (!output.isValue() && output.image().isEmpty()) {
            return map("name", "stdout", "output_type", "stream", "text", lines(output.text()));
        }
        Map<String, Object> data = new LinkedHashMap<>();
        output.image().ifPresent(image -> data.put(image.mime(), content(image)));
        data.put("text/plain", lines(output.text()));
        return output.isValue()
                ? map("data", data, "execution_count", count, "metadata", map(), "output_type", "execute_result")
                : map("data", data, "metadata", map(), "output_type", "display_data");
    }

    private static Object content(Image image) {
        return image.mime().equals("image/png") ? image.data() : lines(image.data());
    }

    /** Returns the lines of the given text, each with its newline. */
    private static List<Object> lines(String text) {
        return text.isEmpty() ? List.of() : List.of((Object[]) text.split("(?<=\n)"));
    }

    private static Map<String, Object> map(Object... entries) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put((String) entries[i], entries[i + 1]);
        }
        return map;
    }

    private static void write(Object value, String indent, StringBuilder json) {
        if (value instanceof Map<?, ?> map) {
            all(map.entrySet(), "{}", indent, json, entry -> {
                json.append(JSONObject.quote((String) entry.getKey())).append(": ");
                return entry.getValue();
            });
        } else if (value instanceof List<?> list) {
            all(list, "[]", indent, json, element -> element);
        } else {
            json.append(value instanceof String text ? JSONObject.quote(text) : value);
        }
    }

    private static <T> void all(
            Collection<T> elements, String brackets, String indent, StringBuilder json, Function<T, Object> begun) {
        json.append(brackets.charAt(0));
        String separator = "\n";
        for (T element : elements) {
            json.append(separator).append(indent).append(' ');
            write(begun.apply(element), indent + " ", json);
            separator = ",\n";
        }
        json.append(elements.isEmpty() ? "" : "\n" + indent).append(brackets.charAt(1));
    }
}
