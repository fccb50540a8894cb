package io.github.microgradj.python;

import io.github.microgradj.nn.Layer;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.nn.Module;
import io.github.microgradj.nn.Neuron;
import io.github.microgradj.python.value.JavaObjects;
import io.github.microgradj.python.value.PythonError;
import io.github.microgradj.python.value.PythonFunction;
import io.github.microgradj.python.value.PythonObject;
import io.github.microgradj.python.value.TypeName;
import org.jspecify.annotations.Nullable;

/** The call operator {@code f(...)}, for Python's functions and types, networks, and Java's functional interfaces. */
final class Calls {
    private Calls() {}

    static boolean isCallable(@Nullable Object object) {
        return object instanceof PythonFunction || isNetwork(object) || JavaObjects.isFunction(object);
    }

    private static boolean isNetwork(@Nullable Object object) {
        return object instanceof Neuron || object instanceof Layer || object instanceof MLP;
    }

    static @Nullable Object call(@Nullable Object function, @Nullable Object... arguments) {
        if (function instanceof PythonFunction own) {
            return own.call(arguments);
        }
        if (function instanceof Module network && isNetwork(network)) {
            return Networks.output(network, arguments);
        }
        if (function instanceof PythonObject object) {
            return object.callMethod("__call__", arguments);
        }
        if (function == null || !JavaObjects.isFunction(function)) {
            throw PythonError.type("'%s' object is not callable", TypeName.of(function));
        }
        return JavaObjects.callFunction(function, arguments);
    }
}
