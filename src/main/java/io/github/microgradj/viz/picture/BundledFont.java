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

/** The bundled font DejaVu Sans, which gives text in pictures the same width on every machine. */
public final class BundledFont {
    /** The name of the font family. */
    public static final String NAME = "DejaVu Sans";
    /**
     * The font families of SVG documents, which do not embed fonts. A viewer without DejaVu Sans uses a font that is no
     * wider.
     */
    public static final String FAMILIES = NAME + ",Verdana,sans-serif";

    private static final FontRenderContext MEASURES = new FontRenderContext(null, true, true);

    /** The number of coordinates of each kind of segment: move, line, quadratic curve, cubic curve, and close. */
    private static final int[] COORDINATES = {2, 2, 4, 6, 0};

    private static @Nullable Font font;

    private BundledFont() {}

    /**
     * Registers the font with Java 2D.
     *
     * @throws IllegalStateException if Java 2D does not work because the system has no fonts at all
     */
    static void register() {
        GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font());
    }

    /**
     * Returns the font at the given size in points.
     *
     * @throws IllegalStateException if Java 2D does not work because the system has no fonts at all
     */
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
            throw new IllegalStateException(
                    "Java could not find any fonts; install fontconfig and at least one font", e);
        }
    }

    /** Returns the width of a line of text in points. Any thread may call this method. */
    public static double width(String text, double points) {
        return sized((float) points).getStringBounds(text, MEASURES).getWidth();
    }

    /**
     * Returns a line of text as the path of its glyphs, centred at {@code x} on the baseline {@code y}. Java's text
     * layout determines ligatures and the order of the letters.
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

    /** Returns the given SVG document with fallback fonts for DejaVu Sans. */
    public static String withFallbacks(String svg) {
        return svg.replace("font-family=\"" + NAME + "\"", "font-family=\"" + FAMILIES + "\"")
                .replace("font-family:'" + NAME + "'", "font-family:'" + NAME + "',Verdana,sans-serif");
    }
}
