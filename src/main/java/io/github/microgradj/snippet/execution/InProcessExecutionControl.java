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
 * Runs snippets in this process and keeps what they produced: the object itself, not its text, so that no {@code toString}
 * runs unless someone prints, and commands work on the very objects the user holds.
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

    /** What the next {@link #varValue} writes, where it would read: JShell has no other way to a variable. */
    private @Nullable Object assigned;

    /** Whether what is submitted runs on the thread that submits it. */
    private boolean here;

    public InProcessExecutionControl(SnippetLoader loader, SnippetThread thread) {
        super(loader);
        this.loader = loader;
        this.thread = thread;
    }

    /** Reads a variable as JShell does, but writes it first. */
    void assign(Object object, Runnable reading) {
        assigned = object;
        try {
            reading.run();
        } finally {
            assigned = null;
        }
    }

    /** The fields that hold the variables. */
    VariableFields fields() {
        return loader.fields();
    }

    /** Runs what takes no time and is no code of the user's on this thread, while that of the snippets may be busy. */
    <T> T here(Supplier<T> submission) {
        here = true;
        try {
            return submission.get();
        } finally {
            here = false;
        }
    }

    /** Forgets the last snippet: JShell reports a stopped one as a success without a value. */
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

    /** Tells JShell of an exception as JShell would, but survives one of the user's own that fails or causes itself. */
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

    /** The code of a variable that was declared anew has a hidden class, with a number behind the name that JShell knows. */
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
