package io.github.microgradj.command.basic;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a measured expression gives, so that the JVM cannot leave out the work: a release store costs no fence on common
 * processors, is never merged with the next, and an object that is stored has to be made. Public because snippets call it.
 */
public final class Blackhole {
    private static final VarHandle LONG = handle("lastLong", long.class);
    private static final VarHandle DOUBLE = handle("lastDouble", double.class);
    private static final VarHandle BOOLEAN = handle("lastBoolean", boolean.class);
    private static final VarHandle OBJECT = handle("lastObject", Object.class);

    @SuppressWarnings("unused") // written through their handles
    private static long lastLong;

    @SuppressWarnings("unused")
    private static double lastDouble;

    @SuppressWarnings("unused")
    private static boolean lastBoolean;

    @SuppressWarnings("unused")
    private static @Nullable Object lastObject;

    private Blackhole() {}

    /** Runs an expression many times. */
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

    /** Lets go of the last object. */
    static void clear() {
        take((Object) null);
    }
}
