package io.github.microgradj.documentation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Short explanations of the ideas behind learning, such as the chain rule, in Markdown. */
public final class Ideas {
    private Ideas() {}

    /** Returns the names of the ideas, in the order in which a beginner meets them. */
    public static List<String> names() {
        return List.copyOf(all().keySet());
    }

    /**
     * Returns the explanation of an idea. Its name may be written as {@code chain rule}, {@code Chain-Rule} or
     * {@code chain_rule}.
     */
    public static Optional<String> of(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT).replaceAll("[-_\\s]+", " ");
        Map<String, String> ideas = all();
        return Optional.ofNullable(ideas.get(plain)).or(() -> Optional.ofNullable(ideas.get(singular(plain))));
    }

    private static String singular(String name) {
        return name.endsWith("sses") ? name.substring(0, name.length() - 2) : name.replaceFirst("s$", "");
    }

    private static Map<String, String> all() {
        Map<String, String> ideas = new LinkedHashMap<>();
        for (String section : text().split("(?m)^## ", -1)) {
            if (!section.isBlank()) {
                String[] parts = section.split("\n", 2);
                ideas.put(parts[0].strip(), parts[1].strip());
            }
        }
        return ideas;
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(Ideas.class.getResourceAsStream("ideas.md"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
