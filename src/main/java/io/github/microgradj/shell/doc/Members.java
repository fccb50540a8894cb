package io.github.microgradj.shell.doc;

import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields and methods of a type that an expression of it can be followed by. */
public final class Members {
    private static final Set<String> OF_EVERY_OBJECT =
            Stream.of(Object.class.getMethods()).map(Method::getName).collect(Collectors.toUnmodifiableSet());

    private final TypeText types;
    private final List<Member> all = new ArrayList<>();

    private Members(Class<?> type, TypeText types) {
        this.types = types;
        for (Class<?> each : TypeText.hierarchy(type)) {
            Stream.<Member>concat(Stream.of(each.getDeclaredFields()), Stream.of(each.getDeclaredMethods()))
                    .filter(member -> !member.isSynthetic() && !Modifier.isPrivate(member.getModifiers()))
                    .forEach(all::add);
        }
    }

    /** The members of a type, written as Java writes it: {@code List<Value>}. */
    public static Members of(Class<?> type, String written) {
        return new Members(type, TypeText.of(type, written));
    }

    /** Whether a member is one that every object has. */
    public static boolean isOfEveryObject(String name) {
        return OF_EVERY_OBJECT.contains(name);
    }

    /** The members that text may begin: a field {@code data}, methods {@code exp()} and {@code pow(}. */
    public List<Member> begunBy(String text) {
        String name = text.replaceFirst("\\(.*", "");
        return all.stream()
                .filter(member -> member.getName().equals(name) && member instanceof Field == !text.contains("("))
                .toList();
    }

    /** What there is to say of the members that text may begin; empty if there are none. */
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
