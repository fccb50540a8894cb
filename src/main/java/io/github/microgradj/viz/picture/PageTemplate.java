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
 * A template for HTML pages that consist of one file. The resources {@code page.html}, {@code page.css} and
 * {@code page.js} hold the parts that all pages share: their appearance, and the controls that step through states.
 * Each kind of page adds three resources of its own, next to the class that makes it.
 */
public final class PageTemplate {
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    private PageTemplate() {}

    /**
     * Returns a page of the given kind.
     *
     * @param maker the class that is next to the page's own resources
     * @param kind the name of these resources, without the extension
     * @param title the title, already escaped
     * @param parts the values of the placeholders in the page's {@code .html}, already escaped
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

    /**
     * Returns a resource with its placeholders {@code {{name}}} filled in. Text in a value that looks like a
     * placeholder is left unchanged.
     */
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
