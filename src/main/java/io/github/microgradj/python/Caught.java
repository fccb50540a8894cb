package io.github.microgradj.python;

import io.github.microgradj.python.value.PythonError;
import io.github.microgradj.python.value.PythonObject;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** A caught exception, as the code of an {@code except} clause sees it. */
public final class Caught implements PythonObject {
    private static final Map<String, String> PARENTS = Map.ofEntries(
            Map.entry("ZeroDivisionError", "ArithmeticError"),
            Map.entry("OverflowError", "ArithmeticError"),
            Map.entry("IndexError", "LookupError"),
            Map.entry("KeyError", "LookupError"),
            Map.entry("UnboundLocalError", "NameError"),
            Map.entry("ModuleNotFoundError", "ImportError"),
            Map.entry("NotImplementedError", "RuntimeError"),
            Map.entry("RecursionError", "RuntimeError"),
            Map.entry("Exception", "BaseException"));

    private final PythonError error;

    private Caught(PythonError error) {
        this.error = error;
    }

    /**
     * Returns whether an exception is of one of the given kinds. The exception that is thrown when the user stops the
     * code does not belong to any kind.
     */
    public static boolean is(RuntimeException thrown, String... kinds) {
        if (thrown instanceof CancellationException) {
            return false;
        }
        for (String kind = error(thrown).kind();
                !kind.isEmpty();
                kind = PARENTS.getOrDefault(kind, kind.equals("BaseException") ? "" : "Exception")) {
            for (String each : kinds) {
                if (each.equals(kind)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns the object that {@code except ... as name} assigns. */
    public static Object of(RuntimeException thrown) {
        return new Caught(error(thrown));
    }

    /** Returns the exception that {@code raise object} throws. */
    public static RuntimeException raised(@Nullable Object object) {
        return object instanceof Caught caught
                ? caught.error
                : PythonError.type("exceptions must derive from BaseException");
    }

    private static PythonError error(RuntimeException thrown) {
        if (thrown instanceof PythonError error) {
            return error;
        }
        String kind = thrown instanceof ArithmeticException
                ? "OverflowError"
                : thrown instanceof IllegalArgumentException
                        ? "ValueError"
                        : thrown instanceof IndexOutOfBoundsException
                                ? "IndexError"
                                : thrown instanceof ClassCastException ? "TypeError" : "RuntimeError";
        return new PythonError(kind, Objects.requireNonNullElse(thrown.getMessage(), ""));
    }

    @Override
    public String typeName() {
        return error.kind();
    }

    @Override
    public String str() {
        return error.words();
    }

    @Override
    public String repr() {
        boolean quoted = error.kind().equals("KeyError") || error.words().isEmpty();
        return error.kind() + "(" + (quoted ? error.words() : Py.repr(error.words())) + ")";
    }
}
