package io.github.microgradj.command.basic;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * A sink that consumes the results of a measured expression, so that the JVM cannot eliminate the computation. It uses
 * a release store, which needs no fence on common processors, is never merged with the next store, and forces a stored
 * object to be allocated. The class is public because snippets call it.
 */
public final class Blackhole {
    private static final VarHandle LONG = handle("lastLong", long.class);
    private static final VarHandle DOUBLE = handle("lastDouble", double.class);
    private static final VarHandle BOOLEAN = handle("lastBoolean", boolean.class);
    private static final VarHandle OBJECT = handle("lastObject", Object.class);

    @SuppressWarnings("unused") // Written through its VarHandle.
    private static long lastLong;

    @SuppressWarnings("unused")
    private static double lastDouble;

    @SuppressWarnings("unused")
    private static boolean lastBoolean;

    @SuppressWarnings("unused")
    private static @Nullable Object lastObject;

    private Blackhole() {}

    /** A loop that runs an expression many times. */
    public interface Loop {
        void run(long times) throws Exception;
    }

    private static VarHandle handle(String field, Class<?> type) {
        try {
            return MethodHandles.lookup().findStaticVarHandle(Blackhole.class, field, type);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    public static void take(long value) {
        LONG.setRelease(value);
    }

    public static void take(double value) {
        DOUBLE.setRelease(value);
    }

    public static void take(boolean value) {
        BOOLEAN.setRelease(value);
    }

    public static void take(@Nullable Object value) {
        OBJECT.setRelease(value);
    }

    /** Releases the last object so that it can be garbage collected. */
    static void clear() {
        take((Object) null);
    }
}
