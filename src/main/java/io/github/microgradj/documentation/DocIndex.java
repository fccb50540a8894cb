package io.github.microgradj.documentation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Member;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The index of the library's Javadoc, by signature. {@link IndexProcessor} writes it when the jar is built. */
public final class DocIndex {
    static final String FILE = "javadoc.tsv";
    private static final String OURS = "io.github.microgradj.";
    /**
     * Matches the packages whose classes are public only so that other packages can use them: the shell's packages, and
     * those that translated Python cells use.
     */
    private static final Pattern SHELL = Pattern.compile(
            "(?:language\\.(?:infix|python)|python|learn|notebook|documentation|snippet|editor|archive|backward|output"
                    + "|report|command|session|shell)(?:\\..*)?");

    private static final Pattern MEMBER = Pattern.compile("[a-z.]+\\.([A-Z][\\w.]*)#(\\w+)");

    private static final Map<String, Comment> ENTRIES = read();

    private static final Map<String, Comment> TYPES = keys().stream()
            .filter(key -> key.matches("[a-z.]+\\.[A-Z]\\w*"))
            .collect(Collectors.toMap(key -> key.substring(key.lastIndexOf('.') + 1), ENTRIES::get));

    private DocIndex() {}

    /** Returns whether a package or a qualified class name of microgradj belongs to the library, not to the shell. */
    public static boolean covers(String name) {
        return !SHELL.matcher(name.substring(OURS.length())).matches();
    }

    /**
     * The documentation of a type or a member.
     *
     * @param summary the first sentence, as plain text on one line
     * @param javadoc the comment as written in the source
     */
    public record Comment(String summary, String javadoc) {
        static final Comment NONE = new Comment("", "");
    }

    static String line(String signature, String javadoc) {
        String oneLine = javadoc.strip().replace("\\", "\\\\").replace("\n", "\\n");
        return signature + "\t" + JavadocText.summary(javadoc) + "\t" + oneLine + "\n";
    }

    private static Map<String, Comment> read() {
        Map<String, Comment> entries = new LinkedHashMap<>();
        try (InputStream file = DocIndex.class.getResourceAsStream(FILE)) {
            if (file == null) {
                return Map.of(); // Only the build writes the file; an editor that compiles the classes does not.
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] columns = line.split("\t", 3);
                entries.put(columns[0], new Comment(columns[1], columns[2].translateEscapes()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableMap(entries);
    }

    /**
     * Returns the signatures in the index, such as {@code a.b.Value}, {@code a.b.Value#data} and
     * {@code a.b.Value#pow(double)}.
     */
    public static Set<String> keys() {
        return ENTRIES.keySet();
    }

    /**
     * Returns the simple names of the methods and fields, each with the types that have such a member. For example,
     * {@code tanh} maps to {@code Value}.
     */
    public static Map<String, Set<String>> members() {
        Map<String, Set<String>> owners = new TreeMap<>();
        for (String key : keys()) {
            Matcher member = MEMBER.matcher(key);
            if (member.lookingAt()) {
                owners.computeIfAbsent(member.group(2), name -> new TreeSet<>()).add(member.group(1));
            }
        }
        return owners;
    }

    static Comment of(String key) {
        return ENTRIES.getOrDefault(key, Comment.NONE);
    }

    /** Returns the comment on the given type. Its strings are empty if the type does not belong to the library. */
    public static Comment of(Class<?> type) {
        return of(type.getCanonicalName());
    }

    /** Returns the comment on the given field, method or constructor, or on the method that it overrides. */
    public static Comment of(Member member) {
        if (!member.getDeclaringClass().getName().startsWith(OURS)) {
            return Comment.NONE;
        }
        return TypeText.hierarchy(member.getDeclaringClass()).stream()
                .flatMap(type -> Stream.ofNullable(ENTRIES.get(key(type, member))))
                .filter(comment -> !comment.javadoc().isEmpty())
                .findFirst()
                .orElse(Comment.NONE);
    }

    /** Returns the comment on the library type with the given simple name. */
    public static Optional<Comment> type(String simpleName) {
        return Optional.ofNullable(TYPES.get(simpleName));
    }

    static String key(Class<?> type, Member member) {
        String name = type.getCanonicalName() + "#";
        if (!(member instanceof Executable executable)) {
            return name + member.getName();
        }
        String parameters = Stream.of(executable.getParameterTypes())
                .map(Class::getCanonicalName)
                .collect(Collectors.joining(",", "(", ")"));
        return name + (executable instanceof Constructor ? "<init>" : member.getName()) + parameters;
    }
}
