package io.github.microgradj.documentation;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields and methods that may follow an expression of a given type. */
public final class Members {
    private static final Set<String> OF_EVERY_OBJECT =
            Stream.of(Object.class.getMethods()).map(Method::getName).collect(Collectors.toUnmodifiableSet());

    /**
     * The order of members: by the number of parameters, then by the text of the declaration. Reflection returns
     * members in no specified order.
     */
    private static final Comparator<Member> BY_DECLARATION = Comparator.<Member, Integer>comparing(
                    member -> member instanceof Executable executable ? executable.getParameterCount() : 0)
            .thenComparing(Object::toString);

    private final Class<?> type;
    private final TypeText types;
    private final List<Member> all = new ArrayList<>();

    private Members(Class<?> type, TypeText types) {
        this.type = type;
        this.types = types;
        Set<String> seen = new HashSet<>();
        for (Class<?> each : TypeText.hierarchy(type)) {
            Stream.<Member>concat(Stream.of(each.getDeclaredFields()), Stream.of(each.getDeclaredMethods()))
                    .filter(member -> isOffered(member) && seen.add(overridable(member)))
                    .forEach(all::add);
        }
    }

    /**
     * Returns whether completion offers a member. It offers public members, and all members of classes that were
     * declared in the session.
     */
    private static boolean isOffered(Member member) {
        boolean ofSession = member.getDeclaringClass().getName().startsWith("REPL.");
        return !member.isSynthetic() && (ofSession || Modifier.isPublic(member.getModifiers()));
    }

    private static String overridable(Member member) {
        return member.getName() + (member instanceof Method method ? Arrays.toString(method.getParameterTypes()) : "");
    }

    /**
     * Returns the members of a type. {@code written} is the type with its type arguments, such as {@code List<Value>}.
     */
    public static Members of(Class<?> type, String written) {
        return new Members(type, TypeText.of(type, written));
    }

    /** Returns whether every object has a member with the given name. */
    public static boolean isOfEveryObject(String name) {
        return OF_EVERY_OBJECT.contains(name);
    }

    /**
     * Returns the members that the text may refer to: a field for {@code data}, methods for {@code exp()} and
     * {@code pow(}.
     */
    public List<Member> begunBy(String text) {
        String name = text.replaceFirst("\\(.*", "");
        return all.stream()
                .filter(member -> member.getName().equals(name) && member instanceof Field == !text.contains("("))
                .toList();
    }

    /** Returns the fields and methods with the given name. */
    public List<Member> named(String name) {
        return all.stream()
                .filter(member -> member.getName().equals(name))
                .sorted(BY_DECLARATION)
                .toList();
    }

    /** Returns the names of all fields and methods. */
    public List<String> names() {
        return all.stream().map(Member::getName).distinct().toList();
    }

    /** Returns the accessible constructors of a type. */
    public static List<Member> constructors(Class<?> type) {
        return Stream.of(type.getDeclaredConstructors())
                .filter(Members::isOffered)
                .map(Member.class::cast)
                .sorted(BY_DECLARATION)
                .toList();
    }

    /**
     * Returns the members that are specific to the type: first the constructors, then the fields, and then the methods
     * by name. Omits the methods that every object has, and members that are inherited from the JDK.
     */
    public List<Member> inOrder() {
        Stream<Member> members = all.stream()
                .filter(member -> !isOfEveryObject(member.getName())
                        && !member.getDeclaringClass().getModule().isNamed())
                .sorted(Comparator.<Member, Boolean>comparing(Method.class::isInstance)
                        .thenComparing(Member::getName)
                        .thenComparing(BY_DECLARATION));
        return Stream.concat(constructors(type).stream(), members).toList();
    }

    /**
     * Returns the declaration of a member, such as {@code Value pow(double exponent)}. For a static member, the name of
     * the type precedes the member's name.
     */
    public String signature(Member member) {
        if (member instanceof Constructor<?> constructor) {
            return "new " + type.getSimpleName() + parameters(constructor);
        }
        String owner = Modifier.isStatic(member.getModifiers())
                ? member.getDeclaringClass().getSimpleName() + "."
                : "";
        return typeOf(member) + " " + owner + member.getName()
                + (member instanceof Method method ? parameters(method) : "");
    }

    private String parameters(Executable executable) {
        return Stream.of(executable.getParameters())
                .map(parameter -> {
                    String type = types.of(parameter.getParameterizedType());
                    return (parameter.isVarArgs() ? type.replaceFirst("\\[]$", "...") : type) + " "
                            + parameter.getName();
                })
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** Returns the facts about the members that the text may refer to, or empty if there are no such members. */
    public Optional<Facts> facts(String text) {
        List<Member> members = begunBy(text);
        List<String> types = members.stream().map(this::typeOf).distinct().toList();
        return members.isEmpty()
                ? Optional.empty()
                : Optional.of(new Facts(
                        types.size() == 1 ? types.get(0) : "...",
                        members.stream()
                                .map(member -> DocIndex.of(member).summary())
                                .filter(summary -> !summary.isEmpty())
                                .findFirst()
                                .orElse("")));
    }

    private String typeOf(Member member) {
        return types.of(
                member instanceof Field field ? field.getGenericType() : ((Method) member).getGenericReturnType());
    }
}
