package io.github.microgradj.snippet.execution;

import io.github.microgradj.snippet.compiler.CompilerOutput;
import io.github.microgradj.snippet.model.Thrown;
import io.github.microgradj.snippet.runtime.SnippetThread;
import io.github.microgradj.snippet.runtime.StopCheck.SnippetStopped;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.SPIResolutionException;
import org.jspecify.annotations.Nullable;

/**
 * A JShell execution control that runs snippets in this process. It keeps the objects that snippets produce, instead of
 * converting them to strings. {@code toString} therefore runs only when a value is printed, and commands use the
 * objects themselves.
 */
public final class InProcessExecutionControl extends DirectExecutionControl {
    private final SnippetLoader loader;
    private final SnippetThread thread;

    @Nullable
    Object value;

    @Nullable
    Throwable exception;

    @Nullable
    SnippetStopped stopped;

    /**
     * The object that the next call to {@link #varValue} assigns to its variable. JShell has no other way to set a
     * variable.
     */
    private @Nullable Object assigned;

    /** Whether submitted code runs on the current thread instead of the snippet thread. */
    private boolean here;

    public InProcessExecutionControl(SnippetLoader loader, SnippetThread thread) {
        super(loader);
        this.loader = loader;
        this.thread = thread;
    }

    /** Assigns an object to the variable that JShell reads while {@code reading} runs. */
    void assign(Object object, Runnable reading) {
        assigned = object;
        try {
            reading.run();
        } finally {
            assigned = null;
        }
    }

    /** Returns the fields that hold the variables. */
    VariableFields fields() {
        return loader.fields();
    }

    /** Runs short internal code on the current thread, because the snippet thread may be busy. */
    <T> T here(Supplier<T> submission) {
        here = true;
        try {
            return submission.get();
        } finally {
            here = false;
        }
    }

    /**
     * Clears the results of the last snippet. They are kept here because JShell does not report all of them; for
     * example, it reports a stopped snippet as a success without a value.
     */
    void reset() {
        value = null;
        exception = null;
        stopped = null;
    }

    @Override
    protected String invoke(Method doIt) throws Exception {
        try {
            Callable<@Nullable Object> running = () -> fields().run(doIt);
            value = here ? running.call() : CompilerOutput.released(() -> thread.run(running, true));
            return "";
        } catch (SnippetStopped e) {
            stopped = e;
            throw new StoppedException();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof InvocationTargetException thrown) {
                exception = thrown.getCause();
                throw thrown;
            }
            exception = cause;
            throw new InvocationTargetException(cause);
        }
    }

    @Override
    public void redefine(ClassBytecodes[] classes) throws NotImplementedException {
        if (!loader.redefine(classes)) {
            throw new NotImplementedException("these classes need new names");
        }
    }

    /**
     * Reports an exception to JShell as the superclass does. Also handles user-defined exceptions whose accessors throw
     * or that are their own cause.
     */
    @Override
    protected String throwConvertedInvocationException(Throwable thrown) throws RunException {
        throw converted(Thrown.chain(thrown).iterator());
    }

    private static RunException converted(Iterator<Throwable> chain) {
        Throwable thrown = chain.next();
        if (thrown instanceof SPIResolutionException unresolved) {
            return new ResolutionException(unresolved.id(), unresolved.getStackTrace());
        }
        UserException converted = new UserException(
                Thrown.message(thrown),
                thrown.getClass().getName(),
                Stream.of(Thrown.frames(thrown))
                        .map(InProcessExecutionControl::named)
                        .toArray(StackTraceElement[]::new));
        if (chain.hasNext()) {
            converted.initCause(converted(chain));
        }
        return converted;
    }

    /**
     * Restores the class name in a stack frame of a redeclared variable's initializer. That code is in a hidden class
     * whose name is JShell's class name plus a number.
     */
    private static StackTraceElement named(StackTraceElement frame) {
        return new StackTraceElement(
                frame.getClassName().replaceFirst("/.*", ""),
                frame.getMethodName(),
                frame.getFileName(),
                frame.getLineNumber());
    }

    @Override
    public String varValue(String className, String varName)
            throws RunException, EngineTerminationException, InternalException {
        try {
            Field field = findClass(className).getDeclaredField(varName);
            field.setAccessible(true);
            if (assigned != null) {
                field.set(null, assigned);
            }
            value = field.get(null);
            return "";
        } catch (ReflectiveOperationException e) {
            throw new InternalException("cannot read " + varName + ": " + e);
        }
    }
}
