package io.github.microgradj.viz.picture;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import java.awt.Component;
import java.awt.Graphics2D;
import java.io.ByteArrayInputStream;
import java.util.logging.Level;
import java.util.logging.Logger;

/** An SVG document painted by JSVG. */
final class SvgPainter {
    /** A strong reference to the logger. Loggers are weakly held, and a collected logger loses its level. */
    private static final Logger JSVG = Logger.getLogger("com.github.weisj.jsvg");

    /** The limits for our own documents, which may have any number of paths. */
    private static final LoaderContext OURS = LoaderContext.builder()
            .documentLimits(new DocumentLimits(
                    DocumentLimits.DEFAULT_MAX_NESTING_DEPTH,
                    DocumentLimits.DEFAULT_MAX_USE_NESTING_DEPTH,
                    Integer.MAX_VALUE))
            .build();

    private final SVGDocument document;

    SvgPainter(String svg) {
        JSVG.setLevel(Level.OFF);
        BundledFont.register();
        // Skip any prolog, because it may refer to a document type on the network.
        byte[] bytes = PictureFile.utf8(svg.substring(Math.max(0, svg.indexOf("<svg"))));
        SVGDocument read = new SVGLoader().load(new ByteArrayInputStream(bytes), null, OURS);
        if (read == null) {
            throw new IllegalStateException("the SVG document could not be read");
        }
        this.document = read;
    }

    double width() {
        return document.size().getWidth();
    }

    double height() {
        return document.size().getHeight();
    }

    void paint(Graphics2D g) {
        document.render((Component) null, g, null);
    }
}
