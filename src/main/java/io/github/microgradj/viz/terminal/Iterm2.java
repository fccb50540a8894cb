package io.github.microgradj.viz.terminal;

import java.util.Base64;

/** The encoder of iTerm2's <a href="https://iterm2.com/documentation-images.html">inline images protocol</a>. */
final class Iterm2 {
    private Iterm2() {}

    static String encode(byte[] png, int columns) {
        return "\033]1337;File=inline=1;size=" + png.length + ";width=" + Png.columns(png, columns)
                + ";preserveAspectRatio=1:" + Base64.getEncoder().encodeToString(png) + "\007";
    }
}
