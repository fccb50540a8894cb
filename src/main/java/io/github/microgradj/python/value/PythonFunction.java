package io.github.microgradj.python.value;

import org.jspecify.annotations.Nullable;

/** A Python function: a lambda, a {@code def} used as a value, or a built-in function. */
@FunctionalInterface
public interface PythonFunction {
    /**
     * Returns {@code function(*arguments)}.
     *
     * @param arguments the arguments by position; the last may be {@link Keywords}
     */
    @Nullable
    Object call(@Nullable Object... arguments);
}
