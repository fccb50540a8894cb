package io.github.microgradj.viz.graph.drawing;

import io.github.microgradj.viz.picture.OptionalLibrary;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A layout engine that is created on first use if its libraries are present. */
final class OptionalEngine implements GraphEngine {
    private final List<OptionalLibrary> libraries;
    private final Supplier<GraphEngine> maker;
    private @Nullable GraphEngine engine;

    OptionalEngine(List<OptionalLibrary> libraries, Supplier<GraphEngine> maker) {
        this.libraries = libraries;
        this.maker = maker;
    }

    @Override
    public GraphLayout layout(String dot, Duration limit) throws IOException, TimeoutException, InterruptedException {
        for (OptionalLibrary library : libraries) {
            if (!library.isPresent()) {
                throw new IOException(library.title() + " is not on the class path");
            }
        }
        return engine().layout(dot, limit);
    }

    private synchronized GraphEngine engine() {
        if (engine == null) {
            engine = maker.get();
        }
        return engine;
    }
}
