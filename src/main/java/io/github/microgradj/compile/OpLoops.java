package io.github.microgradj.compile;

import io.github.microgradj.engine.Op;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The loops over one operation, on rows of doubles. Every operation has a class of its own, so that its formula is inlined. */
interface OpLoops {
    /** {@code y = op(a, b)} on each of the rows; of a unary operation {@code b} holds the constant. */
    void forward(double[][] y, double[][] a, double[][] b, int lanes);

    /** {@code into = base + dy * (partial by a)} on each of the rows where {@code into} is not null. */
    void backwardA(
            double[][] into, double[][] base, double[][] a, double[][] b, double[][] y, double[][] dy, int lanes);

    /** {@code into = base + dy * (partial by b)} on each of the rows where {@code into} is not null. */
    void backwardB(
            double[][] into, double[][] base, double[][] a, double[][] b, double[][] y, double[][] dy, int lanes);

    /** The loops of that operation. */
    static OpLoops of(Op op) {
        return Cache.LOOPS.computeIfAbsent(op, Cache::define);
    }

    /** Makes the classes: copies of one template, each with its operation as a constant that HotSpot trusts. */
    final class Cache {
        private static final Map<Op, OpLoops> LOOPS = new ConcurrentHashMap<>();

        private Cache() {}

        private static OpLoops define(Op op) {
            try (InputStream template = OpLoops.class.getResourceAsStream("OpLoopsTemplate.class")) {
                if (template == null) {
                    throw new IllegalStateException("OpLoopsTemplate.class is missing beside OpLoops.class");
                }
                return MethodHandles.lookup()
                        .defineHiddenClassWithClassData(template.readAllBytes(), op, true)
                        .lookupClass()
                        .asSubclass(OpLoops.class)
                        .getDeclaredConstructor()
                        .newInstance();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
