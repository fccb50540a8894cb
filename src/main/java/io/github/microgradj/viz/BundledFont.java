package io.github.microgradj.viz;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.awt.font.FontRenderContext;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** DejaVu Sans, which comes with us: pictures have the same text, of the same width, on every machine. */
final class BundledFont {
    static final String NAME = "DejaVu Sans";
    /** SVG documents do not embed fonts: a viewer without this one takes another that is no wider. */
    static final String FAMILIES = NAME + ",Verdana,sans-serif";

    private static final FontRenderContext MEASURES = new FontRenderContext(null, true, true);

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

    static Font sized(float points) {
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
    static double width(String text, double points) {
        return sized((float) points).getStringBounds(text, MEASURES).getWidth();
    }

    /** A document that names the fonts to take where there is no DejaVu Sans. */
    static String withFallbacks(String svg) {
        return svg.replace("font-family=\"" + NAME + "\"", "font-family=\"" + FAMILIES + "\"")
                .replace("font-family:'" + NAME + "'", "font-family:'" + NAME + "',Verdana,sans-serif");
    }
}
