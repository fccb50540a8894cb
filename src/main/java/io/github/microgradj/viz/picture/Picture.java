package io.github.microgradj.viz.picture;

import io.github.microgradj.viz.terminal.ColorLevel;
import io.github.microgradj.viz.terminal.ImageProtocol;
import java.nio.file.Path;
import java.util.List;

/** A picture that can be written to a file, shown as an image in a terminal, or printed as text. */
public interface Picture {
    /**
     * Writes the picture to a file, completely or not at all.
     *
     * @param file the file, whose extension selects the format: {@code png}, {@code svg}, or another one that the
     *      picture supports
     * @return the file
     * @throws IllegalArgumentException if the extension is unknown or the folder does not exist
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    Path save(Path file);

    /**
     * Returns the picture as escape sequences for a terminal that can show images.
     *
     * @param protocol the image protocol of the terminal
     * @param columns the maximum width in columns
     */
    String terminal(ImageProtocol protocol, int columns);

    /**
     * Returns the picture as lines of text.
     *
     * @param columns the maximum number of characters per line
     * @param colors the colours that the terminal can show
     * @param unicode whether characters beyond ASCII may be used
     */
    List<String> terminal(int columns, ColorLevel colors, boolean unicode);
}
