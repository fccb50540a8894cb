package io.github.microgradj.viz.picture;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** DejaVu Sans, which comes with us: pictures have the same text, of the same width, on every machine. */
public final class BundledFont {
    /** The name of the font family. */
    public static final String NAME = "DejaVu Sans";
    /** SVG documents do not embed fonts: a viewer without this one takes another that is no wider. */
    public static final String FAMILIES = NAME + ",Verdana,sans-serif";

    private static final FontRenderContext MEASURES = new FontRenderContext(null, true, true);

    /** How many coordinates each kind of segment has: a move, a line, a quadratic and a cubic curve, the end. */
    private static final int[] COORDINATES = {2, 2, 4, 6, 0};

    private static @Nullable Font font;

    private BundledFont() {}

    /**
     * Makes the font known to Java 2D by its name.
     *
     * @throws IllegalStateException if Java 2D does not work here, because the system has no fonts at all
     */
    static void register() {
        GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font());
    }

    /** Returns the font in a size, in points. */
    public static Font sized(float points) {
        return font().deriveFont(points);
    }

    private static synchronized Font font() {
        if (font == null) {
            font = load();
        }
        return font;
    }

    private static Font load() {
        try (InputStream in = BundledFont.class.getResourceAsStream("DejaVuSans.ttf")) {
            if (in == null) {
                throw new FileNotFoundException("DejaVuSans.ttf");
            }
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException | FontFormatException | RuntimeException | LinkageError | InternalError e) {
            throw new IllegalStateException("Java finds no fonts: install fontconfig and a font", e);
        }
    }

    /** How wide a line of text is, in points; from any thread. */
    public static double width(String text, double points) {
        return sized((float) points).getStringBounds(text, MEASURES).getWidth();
    }

    /**
     * A line of text as the path of its glyphs, with its middle at a point: letters joined and in the order in which they are
     * read, as Java lays them out.
     */
    public static String outline(String text, double points, double x, double y) {
        if (text.isBlank()) {
            return "";
        }
        TextLayout layout = new TextLayout(text, sized((float) points), MEASURES);
        AffineTransform place = AffineTransform.getTranslateInstance(x - layout.getAdvance() / 2, y);
        return path(layout.getOutline(place).getPathIterator(null));
    }

    private static String path(PathIterator outline) {
        StringBuilder path = new StringBuilder();
        double[] points = new double[6];
        for (; !outline.isDone(); outline.next()) {
            int segment = outline.currentSegment(points);
            path.append("MLQCZ".charAt(segment));
            for (int i = 0; i < COORDINATES[segment]; i++) {
                path.append(String.format(Locale.ROOT, "%.2f ", points[i]));
            }
        }
        return path.toString();
    }

    /** A document that names the fonts to take where there is no DejaVu Sans. */
    public static String withFallbacks(String svg) {
        return svg.replace("font-family=\"" + NAME + "\"", "font-family=\"" + FAMILIES + "\"")
                .replace("font-family:'" + NAME + "'", "font-family:'" + NAME + "',Verdana,sans-serif");
    }
}
