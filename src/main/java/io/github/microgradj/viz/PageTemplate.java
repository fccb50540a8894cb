package io.github.microgradj.viz;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pages of one file. What all have, the look and the stepping through states, is in {@code page.html}, {@code page.css} and {@code
 * page.js}; the rest of each kind in three more of its name.
 */
final class PageTemplate {
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    private PageTemplate() {}

    /**
     * A page.
     *
     * @param kind the name of its resources
     * @param title what it is called, as text of the page already
     * @param parts what stands in the places of its {@code .html}, as text of the page already
     */
    static String page(String kind, String title, Map<String, String> parts) {
        Map<String, String> all = new HashMap<>(parts);
        all.put("title", title);
        return filled(
                "page.html",
                Map.of(
                        "title",
                        title,
                        "style",
                        resource("page.css") + resource(kind + ".css"),
                        "body",
                        filled(kind + ".html", all),
                        "script",
                        resource("page.js") + resource(kind + ".js")));
    }

    /** A resource with its parts in their places, {@code {{name}}}; what looks like a place in a part is none. */
    private static String filled(String name, Map<String, String> parts) {
        return PLACE.matcher(resource(name))
                .replaceAll(place -> Matcher.quoteReplacement(parts.getOrDefault(place.group(1), "")));
    }

    private static String resource(String name) {
        try (InputStream in = PageTemplate.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException(name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
