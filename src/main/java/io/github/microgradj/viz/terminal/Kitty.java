package io.github.microgradj.viz.terminal;

import java.util.Base64;

/**
 * The encoder of kitty's <a href="https://sw.kovidgoyal.net/kitty/graphics-protocol/">terminal graphics protocol</a>.
 */
final class Kitty {
    /** The maximum number of base64 characters in one sequence. */
    private static final int CHUNK = 4096;

    private Kitty() {}

    /**
     * Returns the sequences that transmit and display (a=T) a PNG image (f=100) without a response from the terminal
     * (q=2). The image takes as many columns as it needs (c), up to the given number.
     */
    static String encode(byte[] png, int columns) {
        String data = Base64.getEncoder().encodeToString(png);
        StringBuilder text = new StringBuilder();
        for (int start = 0; start < data.length(); start += CHUNK) {
            int end = Math.min(data.length(), start + CHUNK);
            String keys = start == 0 ? "a=T,f=100,q=2,c=" + Png.columns(png, columns) + "," : "q=2,";
            text.append("\033_G")
                    .append(keys)
                    .append("m=")
                    .append(end < data.length() ? 1 : 0)
                    .append(';')
                    .append(data, start, end)
                    .append("\033\\");
        }
        return text.toString();
    }
}
