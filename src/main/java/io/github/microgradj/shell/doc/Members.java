package io.github.microgradj.shell.doc;

import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
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

    /** What the members give, {@code ...} if they differ. */
    public String typeOf(List<Member> members) {
        List<String> distinct = members.stream().map(this::typeOf).distinct().toList();
        return distinct.size() > 1 ? "..." : String.join("", distinct);
    }

    private String typeOf(Member member) {
        return types.of(
                member instanceof Field field ? field.getGenericType() : ((Method) member).getGenericReturnType());
    }
}
