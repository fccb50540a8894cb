package io.github.microgradj.viz.picture;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The libraries that are optional in the POM. Code that draws with a library must first call {@link #require} or
 * {@link #isPresent}. It must also keep the library's types in a separate class, because the JVM may load the types
 * that a class mentions before any code of the class runs.
 */
public enum OptionalLibrary {
    /** JFreeChart draws charts. */
    JFREECHART("JFreeChart", "org.jfree.chart.JFreeChart"),
    /** Batik writes charts as SVG. Its PNG writer encodes the images in them. */
    BATIK("Batik", "org.apache.batik.ext.awt.image.codec.imageio.ImageIOPNGImageWriter"),
    /** JSVG renders SVG as pixels. */
    JSVG("JSVG", "com.github.weisj.jsvg.SVGDocument"),
    /** graphviz-java provides a graph model and bundles Graphviz compiled to JavaScript. */
    GRAPHVIZ_JAVA("graphviz-java", "guru.nidi.graphviz.model.MutableGraph"),
    /** Javet runs JavaScript on V8. */
    JAVET("Javet", "com.caoccao.javet.interop.V8Runtime"),
    /** graph-support lays out graphs in Java. */
    GRAPH_SUPPORT("graph-support", "org.graphper.parser.DotParser");

    /**
     * The Maven coordinates of each library, from a resource file into which Maven copies the versions from the POM.
     */
    private static final Properties COORDINATES = load();

    private final String title;
    private final String representative;

    OptionalLibrary(String title, String representative) {
        this.title = title;
        this.representative = representative;
    }

    /** Returns the name of the library. */
    public String title() {
        return title;
    }

    /** Returns whether the library is on the class path. */
    public boolean isPresent() {
        String file = representative.replace('.', '/') + ".class";
        ClassLoader loader = OptionalLibrary.class.getClassLoader();
        return loader != null && loader.getResource(file) != null;
    }

    /**
     * Checks that the library is on the class path.
     *
     * @param user the feature that needs the library, as named at the start of the error message
     * @throws IllegalStateException if the library is missing; the message says what to add
     */
    public void require(String user) {
        if (!isPresent()) {
            throw new IllegalStateException(
                    user + " needs " + title + ", which is not on the class path; add " + coordinates() + " (Maven)");
        }
    }

    /** Returns the Maven coordinates {@code group:artifact:version}. If there are several, "and" joins them. */
    public String coordinates() {
        return COORDINATES.getProperty(name());
    }

    private static Properties load() {
        Properties all = new Properties();
        try (InputStream in = OptionalLibrary.class.getResourceAsStream("libraries.properties")) {
            if (in == null) {
                throw new FileNotFoundException("libraries.properties");
            }
            all.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
