package io.github.microgradj.notebook;

import io.github.microgradj.editor.text.Highlighter;
import io.github.microgradj.editor.text.Span;
import io.github.microgradj.notebook.Notebook.CellKind;
import io.github.microgradj.notebook.Notebook.Image;
import io.github.microgradj.notebook.Notebook.NotebookCell;
import io.github.microgradj.notebook.Notebook.Output;
import io.github.microgradj.viz.picture.PageTemplate;
import io.github.microgradj.viz.picture.TextFormat;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A notebook as a self-contained HTML page, to be read on a screen of any width or printed. */
public final class NotebookPage {
    private final Highlighter highlighter;
    private int count;

    private NotebookPage(Highlighter highlighter) {
        this.highlighter = highlighter;
    }

    /** Returns the page of a notebook. */
    public static String html(Notebook notebook, String title, Highlighter highlighter) {
        NotebookPage page = new NotebookPage(highlighter);
        String cells = notebook.cells().stream().map(page::cell).collect(Collectors.joining("\n"));
        return PageTemplate.page(NotebookPage.class, "notebook", escaped(title), Map.of("cells", cells));
    }

    private String cell(NotebookCell cell) {
        if (cell.kind() != CellKind.CODE) {
            return "<section><pre class=\"prose\">" + escaped(cell.source()) + "</pre></section>";
        }
        count++;
        String outputs = cell.outputs().stream().map(this::output).collect(Collectors.joining("\n"));
        return "<section>\n<div class=\"in\"><b>" + count + "</b><pre><code>" + code(cell.source())
                + "</code></pre></div>\n" + outputs + "</section>";
    }

    private String output(Output output) {
        String text = output.text().stripTrailing();
        String content = output.image()
                .map(image -> "<img alt=\"" + escaped(text) + "\" src=\"" + source(image) + "\">")
                .orElse("<pre>" + escaped(text) + "</pre>");
        return "<div class=\"out" + (output.isValue() ? " value" : "") + "\">" + content + "</div>";
    }

    private static String source(Image image) {
        String data = image.mime().equals("image/png")
                ? image.data()
                : Base64.getEncoder().encodeToString(image.data().getBytes(StandardCharsets.UTF_8));
        return "data:" + image.mime() + ";base64," + data;
    }

    /** Returns source code as HTML, with an element around each coloured part. */
    private String code(String source) {
        Span.@Nullable Kind[] kinds = new Span.Kind[source.length()];
        for (Span span : highlighter.spans(source, -1)) {
            Arrays.fill(kinds, span.start(), span.end(), span.kind());
        }
        StringBuilder html = new StringBuilder();
        int[] starts = IntStream.range(0, source.length())
                .filter(i -> i == 0 || kinds[i] != kinds[i - 1])
                .toArray();
        for (int i = 0; i < starts.length; i++) {
            int end = i + 1 < starts.length ? starts[i + 1] : source.length();
            Span.Kind kind = kinds[starts[i]];
            String text = escaped(source.substring(starts[i], end));
            html.append(
                    kind == null ? text : "<i class=\"" + kind.name().toLowerCase(Locale.ROOT) + "\">" + text + "</i>");
        }
        return html.toString();
    }

    /** Returns text escaped for HTML. Line breaks are preserved. */
    private static String escaped(String text) {
        return text.lines().map(TextFormat::xml).collect(Collectors.joining("\n")) + (text.endsWith("\n") ? "\n" : "");
    }
}
