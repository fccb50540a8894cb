package io.github.microgradj.notebook;

import io.github.microgradj.notebook.Notebook.CellKind;
import io.github.microgradj.notebook.Notebook.NotebookCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;

/** A reader of notebook files. It accepts nbformat 4 and 3, and ignores the outputs. */
public final class NotebookReader {
    private static final int OLDEST = 3;
    private static final int NEWEST = 4;
    private static final Pattern PLACE = Pattern.compile("(?s)(.*?) at \\d+ \\[character (\\d+) line (\\d+)\\]");

    private NotebookReader() {}

    /**
     * Parses the text of a notebook file.
     *
     * @throws IllegalArgumentException if the text is not a notebook; the message says in one line what is wrong
     */
    public static Notebook read(String text) {
        try {
            return read(new JSONObject(text));
        } catch (JSONException e) {
            throw new IllegalArgumentException(fault(text, String.valueOf(e.getMessage())), e);
        } catch (StackOverflowError e) {
            throw new IllegalArgumentException("damaged: it is nested too deeply", e);
        }
    }

    private static String fault(String text, String message) {
        if (!text.stripLeading().startsWith("{")) {
            return text.isBlank() ? "empty" : "not a notebook: it does not begin with {";
        }
        Matcher place = PLACE.matcher(message);
        return place.lookingAt()
                ? "damaged: line " + place.group(3) + ", character " + place.group(2) + ": "
                        + place.group(1).strip().replaceAll("\\s+", " ")
                : "damaged: " + message.replaceAll("\\s+", " ");
    }

    private static Notebook read(JSONObject file) {
        if (!file.has("nbformat")) {
            throw new IllegalArgumentException("not a notebook: it has no nbformat");
        }
        int format = file.getInt("nbformat");
        if (format < OLDEST || format > NEWEST) {
            throw new IllegalArgumentException("a notebook in nbformat " + format + ", expected 3 or 4"
                    + (format < OLDEST ? "; jupyter nbconvert --to notebook converts it" : ""));
        }
        List<NotebookCell> cells = new ArrayList<>();
        if (format == NEWEST) {
            add(file.getJSONArray("cells"), cells);
        } else {
            JSONArray sheets = file.getJSONArray("worksheets");
            for (int i = 0; i < sheets.length(); i++) {
                add(sheets.getJSONObject(i).getJSONArray("cells"), cells);
            }
        }
        return new Notebook(language(file, format), cells);
    }

    private static void add(JSONArray from, List<NotebookCell> cells) {
        for (int i = 0; i < from.length(); i++) {
            JSONObject cell = from.getJSONObject(i);
            CellKind kind =
                    switch (cell.getString("cell_type")) {
                        case "code" -> CellKind.CODE;
                        case "raw" -> CellKind.RAW;
                        default -> CellKind.MARKDOWN; // Includes "heading" and "html" in nbformat 3.
                    };
            Object source = cell.has("source") ? cell.get("source") : cell.opt("input");
            cells.add(new NotebookCell(kind, text(source, i + 1), List.of()));
        }
    }

    /** Returns the text of a cell. In the file, it is a string or a list of lines. */
    private static String text(@Nullable Object source, int number) {
        if (source instanceof String text) {
            return text.stripTrailing();
        }
        if (source instanceof JSONArray lines) {
            return lines.toList().stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining())
                    .stripTrailing();
        }
        throw new IllegalArgumentException("damaged: cell " + number + " has no text");
    }

    /** Returns the language that the metadata or, in nbformat 3, the cells name; Python if none is named. */
    private static String language(JSONObject file, int format) {
        JSONObject metadata = file.optJSONObject("metadata", new JSONObject());
        JSONObject kernel = metadata.optJSONObject("kernelspec", new JSONObject());
        JSONObject info = metadata.optJSONObject("language_info", new JSONObject());
        Optional<String> named = Stream.of(
                        kernel.optString("language"), info.optString("name"), kernel.optString("name"))
                .filter(each -> !each.isEmpty())
                .findFirst();
        String language =
                named.orElse(format == NEWEST ? "python" : ofCells(file)).toLowerCase(Locale.ROOT);
        return language.matches("i?python[\\d.]*") ? "python" : language;
    }

    /** Returns the language of a notebook in nbformat 3, where each code cell names it. */
    private static String ofCells(JSONObject file) {
        JSONArray sheets = file.getJSONArray("worksheets");
        JSONArray cells =
                sheets.isEmpty() ? new JSONArray() : sheets.getJSONObject(0).getJSONArray("cells");
        for (int i = 0; i < cells.length(); i++) {
            String language = cells.getJSONObject(i).optString("language");
            if (!language.isEmpty()) {
                return language;
            }
        }
        return "python";
    }
}
