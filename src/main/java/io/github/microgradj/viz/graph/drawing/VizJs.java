package io.github.microgradj.viz.graph.drawing;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.V8Host;
import com.caoccao.javet.interop.V8Runtime;
import com.caoccao.javet.values.reference.V8ValueGlobalObject;
import io.github.microgradj.viz.picture.Background;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The layout engine viz.js, which is Graphviz compiled to JavaScript. It runs on Javet's V8, which is used from a
 * single thread.
 */
final class VizJs implements GraphEngine {
    private static final String VIZ_JS = "/META-INF/resources/webjars/viz.js-graphviz-java/2.1.3/";
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Background::thread);
    private volatile @Nullable V8Runtime runtime;

    @Override
    public GraphLayout layout(String dot, Duration limit) throws IOException, TimeoutException, InterruptedException {
        Future<String> drawing = thread.submit(() -> drawTwice(dot));
        try {
            return GraphLayout.ofPlain(drawing.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException | TimeoutException e) {
            drawing.cancel(true);
            terminate();
            throw e;
        } catch (ExecutionException e) {
            throw new IOException("V8 failed: " + Background.reason(e), e);
        }
    }

    /**
     * Lays out a graph. Retries once with a new V8 instance if the first attempt fails, for example because V8 ran out
     * of memory or was still being stopped.
     */
    private String drawTwice(String dot) throws IOException, JavetException {
        try {
            return draw(dot);
        } catch (JavetException | VizException e) {
            close();
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return draw(dot);
        }
    }

    private String draw(String dot) throws IOException, JavetException {
        V8Runtime v8 = runtime;
        if (v8 == null) {
            v8 = start();
            runtime = v8;
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("interrupted while V8 was starting");
            }
        }
        try (V8ValueGlobalObject global = v8.getGlobalObject()) {
            global.invokeVoid("draw", dot);
            v8.await();
            String failure = global.getString("failure");
            if (!failure.isEmpty()) {
                throw new VizException(failure);
            }
            return global.getString("plain");
        }
    }

    private V8Runtime start() throws IOException, JavetException {
        JavetLibrary.load();
        V8Runtime v8 = V8Host.getV8Instance().createV8Runtime();
        v8.getExecutor(script(VIZ_JS + "viz.js")).executeVoid();
        v8.getExecutor(script(VIZ_JS + "full.render.js")).executeVoid();
        v8.getExecutor(script("draw.js")).executeVoid();
        return v8;
    }

    private void terminate() {
        V8Runtime v8 = runtime;
        if (v8 != null) {
            v8.terminateExecution();
        }
    }

    private void close() {
        V8Runtime v8 = runtime;
        runtime = null;
        try {
            if (v8 != null) {
                v8.close();
            }
        } catch (JavetException e) {
            // This V8 instance is discarded anyway.
        }
    }

    private static String script(String name) throws IOException {
        try (InputStream in = VizJs.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException(name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static final class VizException extends IOException {
        private static final long serialVersionUID = 1;

        VizException(String message) {
            super(message);
        }
    }
}
