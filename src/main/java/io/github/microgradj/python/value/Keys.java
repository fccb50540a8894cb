package io.github.microgradj.python.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys of dicts and sets. In Python, 1, 1.0 and True are the same key. Java's maps and sets distinguish them, so a
 * lookup tries each of them.
 */
public final class Keys {
    private Keys() {}

    /**
     * Returns the key of the map that equals the given key or, if there is none, the given key in its plain form.
     *
     * @throws PythonError if the key is a list, a dict or a set, or a tuple that contains one of these
     */
    public static @Nullable Object in(Map<?, ?> map, @Nullable Object key) {
        return in((Collection<?>) map.keySet(), key);
    }

    /** Returns the element that equals the given key or, if there is none, the given key in its plain form. */
    public static @Nullable Object in(Collection<?> keys, @Nullable Object key) {
        Object plain = plain(key);
        if (!(plain instanceof Number) && !(plain instanceof Boolean)) {
            return plain;
        }
        if (keys.contains(plain)) {
            return plain;
        }
        for (Object twin : twins(plain)) {
            if (keys.contains(twin)) {
                return twin;
            }
        }
        return plain;
    }

    /** Returns other objects that Python considers equal to a number. */
    private static List<Object> twins(Object key) {
        Number number = PythonNumbers.plain(key);
        if (number instanceof Double real) {
            if (real != Math.rint(real) || real.isInfinite()) {
                return List.of();
            }
            Number whole = PythonNumbers.truncated(real);
            return real == 0 ? List.of(whole, 0.0, -0.0, false) : real == 1 ? List.of(whole, true) : List.of(whole);
        }
        if (number instanceof Long whole) {
            double real = whole;
            boolean exact = PythonNumbers.compare(whole, real) == 0;
            if (whole == 0) {
                return List.of(whole, 0.0, -0.0, false);
            }
            return whole == 1 ? List.of(whole, 1.0, true) : exact ? List.of(real, whole) : List.of(whole);
        }
        return number == null
                        || new BigDecimal((BigInteger) number).compareTo(new BigDecimal(number.doubleValue())) != 0
                ? List.of()
                : List.of(number.doubleValue());
    }

    private static @Nullable Object plain(@Nullable Object key) {
        if (key instanceof Number && !(key instanceof PythonObject)) {
            return PythonNumbers.plain(key);
        }
        Object plain = Sequences.plain(key);
        if (plain instanceof Tuple tuple) {
            tuple.forEach(Keys::plain);
        } else if ((plain instanceof List && !(plain instanceof PythonRange))
                || plain instanceof Map
                || plain instanceof Set) {
            throw PythonError.type("unhashable type: '%s'", TypeName.of(plain));
        }
        return plain;
    }

    /** Returns a hash that is the same for equal objects, as Python requires of {@code hash}. */
    public static int hash(@Nullable Object object) {
        Object plain = plain(object);
        Number number = PythonNumbers.plain(plain);
        if (number == null) {
            return plain == null ? 0 : plain.hashCode();
        }
        return number instanceof Double real && real == Math.rint(real) && Double.isFinite(real)
                ? PythonNumbers.truncated(real).hashCode()
                : number.hashCode();
    }
}
