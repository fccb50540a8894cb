package io.github.microgradj.viz.picture;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The libraries that are optional in the POM. Whatever draws with one asks for it here first, and its types stand in a class of
 * their own behind that question: the JVM loads what a class mentions before its first line runs.
 */
public enum OptionalLibrary {
    /** Draws charts. */
    JFREECHART("JFreeChart", "org.jfree.chart.JFreeChart"),
    /** Writes charts as SVG; its PNG writer is for images within. */
    BATIK("Batik", "org.apache.batik.ext.awt.image.codec.imageio.ImageIOPNGImageWriter"),
    /** Makes pixels of SVG. */
    JSVG("JSVG", "com.github.weisj.jsvg.SVGDocument"),
    /** Has a model of graphs, and brings Graphviz as JavaScript along. */
    GRAPHVIZ_JAVA("graphviz-java", "guru.nidi.graphviz.model.MutableGraph"),
    /** Runs JavaScript on V8. */
    JAVET("Javet", "com.caoccao.javet.interop.V8Runtime"),
    /** Lays out graphs in Java. */
    GRAPH_SUPPORT("graph-support", "org.graphper.parser.DotParser");

    /** By constant, with the versions of the POM, which Maven writes into the file. */
    private static final Properties COORDINATES = load();

    private final String title;
    private final String representative;

    OptionalLibrary(String title, String representative) {
        this.title = title;
        this.representative = representative;
    }

    /** Returns what the library calls itself. */
    public String title() {
        return title;
    }

    /** Returns whether it is on the class path. */
    public boolean isPresent() {
        String file = representative.replace('.', '/') + ".class";
        ClassLoader loader = OptionalLibrary.class.getClassLoader();
        return loader != null && loader.getResource(file) != null;
    }

    /**
     * Checks that it is on the class path.
     *
     * @param user what needs it, as the beginning of a sentence
     * @throws IllegalStateException if it is not, with what to add
     */
    public void require(String user) {
        if (!isPresent()) {
            throw new IllegalStateException(
                    user + " needs " + title + ", which is not on the class path: add " + coordinates() + " (Maven)");
        }
    }

    /** Returns what to add to a build, {@code group:artifact:version}; of several, joined by "and". */
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
