package io.github.microgradj.viz;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.awt.font.FontRenderContext;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** DejaVu Sans, which comes with us: pictures have the same text, of the same width, on every machine. */
final class BundledFont {
    static final String NAME = "DejaVu Sans";

    private BundledFont() {}

    /** Makes the font known to Java 2D by its name. */
    static void register() {
        GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(Holder.FONT);
    }

    static Font sized(float points) {
        return Holder.FONT.deriveFont(points);
    }

    /** The widths of the characters 0 to 255, for a font size of 1, as a JavaScript array. */
    static String widths() {
        FontRenderContext context = new FontRenderContext(null, true, true);
        Font font = sized(100);
        return IntStream.range(0, 256)
                .mapToObj(c -> font.createGlyphVector(context, new char[] {(char) c}))
                .map(glyphs -> Double.toString(glyphs.getGlyphMetrics(0).getAdvanceX() / 100))
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** SVG documents do not embed fonts: a viewer without this one takes another that is no wider. */
    static String withFallbacks(String svg) {
        return svg.replace("font-family=\"" + NAME + "\"", "font-family=\"" + NAME + ",Verdana,sans-serif\"")
                .replace("font-family: \"" + NAME + "\"", "font-family: \"" + NAME + "\",Verdana,sans-serif");
    }

    private static final class Holder {
        static final Font FONT = load();

        private static Font load() {
            try (InputStream in = BundledFont.class.getResourceAsStream("DejaVuSans.ttf")) {
                if (in == null) {
                    throw new FileNotFoundException("DejaVuSans.ttf");
                }
                return Font.createFont(Font.TRUETYPE_FONT, in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (FontFormatException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
