package io.github.microgradj.viz.picture;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.io.StringWriter;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.apache.batik.util.SVGConstants;
import org.w3c.dom.Document;

/** A writer of Java 2D drawings as SVG documents. */
public final class PaintedSvg {
    private PaintedSvg() {}

    /**
     * Runs {@code painter} and returns its drawing as an SVG document of {@code width} by {@code height} points.
     *
     * @throws IllegalStateException if Batik is not on the class path
     */
    public static byte[] of(int width, int height, Consumer<Graphics2D> painter) {
        OptionalLibrary.BATIK.require("a chart as SVG");
        return Batik.svg(width, height, painter);
    }

    /** The code that uses Batik's types. It is loaded only if Batik is present. */
    private static final class Batik {
        private Batik() {}

        static byte[] svg(int width, int height, Consumer<Graphics2D> painter) {
            SVGGraphics2D g = new SVGGraphics2D(empty());
            g.setSVGCanvasSize(new Dimension(width, height));
            painter.accept(g);
            StringWriter text = new StringWriter();
            try {
                g.stream(text, true);
            } catch (SVGGraphics2DIOException e) {
                throw new IllegalStateException("cannot write the plot as SVG", e);
            }
            return PictureFile.utf8(BundledFont.withFallbacks(withoutDoctype(text.toString())));
        }

        /**
         * Removes the document type declaration. It refers to a file on another host, which no viewer needs but some
         * viewers fetch.
         */
        private static String withoutDoctype(String svg) {
            return svg.replaceFirst("<!DOCTYPE[^>]*>\\s*", "");
        }

        private static Document empty() {
            try {
                return DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .getDOMImplementation()
                        .createDocument(SVGConstants.SVG_NAMESPACE_URI, "svg", null);
            } catch (ParserConfigurationException e) {
                throw new IllegalStateException("this Java has no XML", e);
            }
        }
    }
}
