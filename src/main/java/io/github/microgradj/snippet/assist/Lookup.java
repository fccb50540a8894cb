package io.github.microgradj.snippet.assist;

import io.github.microgradj.documentation.DocIndex;
import io.github.microgradj.documentation.Members;
import io.github.microgradj.documentation.Topic;
import io.github.microgradj.documentation.TypeText;
import io.github.microgradj.language.infix.CallSite;
import io.github.microgradj.language.infix.InfixTranslator;
import io.github.microgradj.text.TypeNames;
import java.lang.reflect.Member;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import jdk.jshell.SourceCodeAnalysis;

/**
 * A lookup of documentation by name. The index in the jar documents the library, reflection describes the user's types,
 * and JShell documents the JDK if the JDK's sources are installed.
 */
public record Lookup(SourceCodeAnalysis analysis, Scope scope, Function<String, InfixTranslator.Translation> java) {
    private static final String NO_SOURCES = Files.exists(Path.of(System.getProperty("java.home"), "lib", "src.zip"))
            ? ""
            : "To see the full text, install the JDK's sources; on Debian and Ubuntu, the package is openjdk-"
                    + Runtime.version().feature() + "-source.";

    /** A name as written in code, with its documentation. */
    public record Documented(String name, Topic topic) {}

    /**
     * Returns the documentation of a type, variable, method or field by its name in code, or empty if there is none.
     */
    public Optional<Topic> topic(String written) {
        String name = written.strip().replaceFirst("(?<=[\\w$])\\s*\\([^()]*\\)?$", "");
        if (name.startsWith("new ")) {
            return constructors(name.substring(4).strip());
        }
        int dot = name.lastIndexOf('.');
        return dot < 0 ? alone(name) : selected(name, dot).or(() -> type(name));
    }

    /**
     * Returns the documentation of the name at the given index, or of the name before the parentheses that end there.
     * If that name has none, returns the documentation of the method whose call contains the index.
     */
    public Optional<Documented> at(String code, int cursor) {
        int end = cursor;
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        boolean name = end > 0 && (Character.isJavaIdentifierPart(code.charAt(end - 1)) || code.charAt(end - 1) == ')');
        return (name ? documented(operandBefore(code, end)) : Optional.<Documented>empty())
                .or(() -> called(code.substring(0, cursor)).flatMap(this::documented));
    }

    private Optional<Documented> documented(String operand) {
        String name = withoutArguments(operand);
        return topic(name).map(topic -> new Documented(name, topic));
    }

    /**
     * Returns the operand without its trailing arguments: {@code a.pow} for {@code a.pow(2)}. Text such as
     * {@code (a + 1)} is unchanged.
     */
    private static String withoutArguments(String operand) {
        return operand.endsWith(")")
                ? called(operand.substring(0, operand.length() - 1)).orElse(operand)
                : operand;
    }

    /** Returns the name of the method whose call contains the end of the text. */
    private static Optional<String> called(String typed) {
        return CallSite.around(typed).map(call -> operandBefore(typed, call.start() - 1));
    }

    private static String operandBefore(String code, int end) {
        return code.substring(InfixTranslator.operandBefore(code, end), end);
    }

    /** Returns the signatures of the method whose call contains the end of the text. */
    public List<String> signatures(String typed) {
        return called(typed).flatMap(this::topic).stream()
                .flatMap(topic -> topic.entries().stream())
                .map(Topic.TopicEntry::signature)
                .distinct()
                .toList();
    }

    private Optional<Topic> alone(String name) {
        Optional<Topic> variable = scope.variable(name).map(type -> type(type)
                .orElseGet(() -> Topic.of(List.of()))
                .under(TypeNames.withoutPackages(type) + " " + name));
        return variable.or(() -> type(name))
                .or(() -> scope.staticImports().stream()
                        .flatMap(imported -> members(imported, name).stream())
                        .findFirst())
                .or(() -> ofJdk(name + "(").map(topic -> Topic.of(topic.entries())));
    }

    /**
     * Returns the members that may follow the last dot in the given name. The list is empty if the type before the dot
     * is unknown.
     */
    public List<String> known(String name) {
        String type = typeOf(name.substring(0, Math.max(0, name.lastIndexOf('.'))));
        return scope.type(type).map(found -> Members.of(found, type).names()).orElse(List.of());
    }

    private Optional<Topic> selected(String name, int dot) {
        String receiver = name.substring(0, dot);
        String member = name.substring(dot + 1);
        String type = typeOf(receiver);
        return scope.type(type)
                .flatMap(found -> isOfJdk(found)
                        ? Stream.of("%s.%s(", "((%s) null).%s(", "%s.%s") // Static method, instance method, field.
                                .flatMap(form -> ofJdk(form.formatted(receiver, member)).stream())
                                .findFirst()
                        : members(Members.of(found, type), member));
    }

    /**
     * Returns the type of an expression, which may be infix. If the type cannot be determined, returns the text itself,
     * which may be the name of a type.
     */
    private String typeOf(String expression) {
        Optional<String> variable = scope.variable(expression);
        if (variable.isPresent()) {
            return variable.get();
        }
        String type = analysis.analyzeType(InfixTranslator.masked(expression), expression.length());
        if (type != null || expression.matches("[\\w.$]+")) {
            return type == null ? expression : type;
        }
        String plain = java.apply(expression).java();
        return Optional.ofNullable(analysis.analyzeType(plain, plain.length())).orElse(expression);
    }

    private static boolean isOfJdk(Class<?> type) {
        return type.getModule().isNamed();
    }

    private Optional<Topic> type(String written) {
        return scope.type(written).flatMap(type -> {
            String header = TypeText.kind(type) + " " + TypeText.simple(type);
            if (isOfJdk(type)) {
                return ofJdk(type.getCanonicalName())
                        .map(topic -> new Topic(
                                List.of(new Topic.TopicEntry(
                                        header, topic.entries().get(0).javadoc())),
                                List.of(),
                                topic.note()));
            }
            Members members = Members.of(type, written);
            List<Topic.TopicEntry> listed = members.inOrder().stream()
                    .map(member -> new Topic.TopicEntry(
                            members.signature(member), DocIndex.of(member).summary()))
                    .toList();
            return Optional.of(new Topic(
                    List.of(new Topic.TopicEntry(header, DocIndex.of(type).javadoc())), listed, ""));
        });
    }

    private Optional<Topic> constructors(String written) {
        return scope.type(written)
                .flatMap(type -> isOfJdk(type)
                        ? ofJdk("new " + written + "(")
                        : topic(Members.of(type, written), Members.constructors(type)));
    }

    private static Optional<Topic> members(Members members, String name) {
        return topic(members, members.named(name));
    }

    private static Optional<Topic> topic(Members members, List<? extends Member> found) {
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(Topic.of(found.stream()
                        .map(member -> new Topic.TopicEntry(
                                members.signature(member), DocIndex.of(member).javadoc()))
                        .toList()));
    }

    private Optional<Topic> ofJdk(String code) {
        List<Topic.TopicEntry> entries = analysis.documentation(code, code.length(), true).stream()
                .map(each ->
                        new Topic.TopicEntry(signature(each.signature()), each.javadoc() == null ? "" : each.javadoc()))
                .distinct()
                .toList();
        boolean silent = entries.stream().allMatch(entry -> entry.javadoc().isEmpty());
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(Topic.of(entries).noting(silent ? NO_SOURCES : ""));
    }

    /** Converts a signature from JShell's form to a declaration: {@code Math.PI:double} becomes {@code double PI}. */
    static String signature(String jshells) {
        return TypeNames.withoutPackages(jshells)
                .replaceFirst("^([^(]*[ .])?[A-Z][\\w$<>, .]*\\.(?:<[^(]*>)?(\\w+\\()", "$1$2")
                .replaceFirst("^(?:.*\\.)?(\\w+):(.*)$", "$2 $1");
    }
}
