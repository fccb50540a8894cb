package io.github.microgradj.viz.picture;

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
 * page.js}; the rest of each kind in three more of its name, beside
 * the class that makes it.
 */
public final class PageTemplate {
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    private PageTemplate() {}

    /**
     * A page.
     *
     * @param maker the class beside which its own resources are
     * @param kind the name of these resources
     * @param title what it is called, as text of the page already
     * @param parts what stands in the places of its {@code .html}, as text of the page already
     */
    public static String page(Class<?> maker, String kind, String title, Map<String, String> parts) {
        Map<String, String> all = new HashMap<>(parts);
        all.put("title", title);
        return filled(
                PageTemplate.class,
                "page.html",
                Map.of(
                        "title",
                        title,
                        "style",
                        resource(PageTemplate.class, "page.css") + resource(maker, kind + ".css"),
                        "body",
                        filled(maker, kind + ".html", all),
                        "script",
                        resource(PageTemplate.class, "page.js") + resource(maker, kind + ".js")));
    }

    /** A resource with its parts in their places, {@code {{name}}}; what looks like a place in a part is none. */
    private static String filled(Class<?> beside, String name, Map<String, String> parts) {
        return PLACE.matcher(resource(beside, name))
                .replaceAll(place -> Matcher.quoteReplacement(parts.getOrDefault(place.group(1), "")));
    }

    private static String resource(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException(name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
