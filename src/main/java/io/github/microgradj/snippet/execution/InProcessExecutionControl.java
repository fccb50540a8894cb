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
 * The execution control of JShell that runs snippets in this process and keeps the objects they produce instead of
 * converting them to strings. {@code toString} therefore runs only when something is printed, and commands work on the
 * user's own objects.
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
     * The object that the next {@link #varValue} writes before it reads. JShell offers no other access to a variable.
     */
    private @Nullable Object assigned;

    /** Whether submitted code runs on the thread that submits it. */
    private boolean here;

    public InProcessExecutionControl(SnippetLoader loader, SnippetThread thread) {
        super(loader);
        this.loader = loader;
        this.thread = thread;
    }

    /** Assigns an object to the variable that {@code reading} makes JShell read. */
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

    /** Runs short code that is not the user's on this thread, because the snippet thread may be busy. */
    <T> T here(Supplier<T> submission) {
        here = true;
        try {
            return submission.get();
        } finally {
            here = false;
        }
    }

    /** Clears the results of the last snippet. JShell reports a stopped snippet as a success without a value. */
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
     * Reports an exception to JShell in the usual way, but tolerates a user-defined exception whose accessors throw or
     * that is its own cause.
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
     * Renames the frame of the hidden class that holds the code of a redeclared variable. The name of that class is the
     * one that JShell uses, plus a number.
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
