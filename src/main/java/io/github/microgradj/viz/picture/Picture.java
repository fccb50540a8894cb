package io.github.microgradj.viz.picture;

import io.github.microgradj.viz.terminal.ColorLevel;
import io.github.microgradj.viz.terminal.ImageProtocol;
import java.nio.file.Path;
import java.util.List;

/** Something to look at: in a file, in a terminal that shows images, or as text. */
public interface Picture {
    /**
     * Writes the picture into a file, whole or not at all.
     *
     * @param file its extension says what is written: {@code png}, {@code svg}, or what else the picture knows
     * @return the file
     * @throws IllegalArgumentException if the extension is another or the folder does not exist
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    Path save(Path file);

    /** The picture for a terminal that can show images: the escape sequences of a protocol, so many columns wide at most. */
    String terminal(ImageProtocol protocol, int columns);

    /**
     * The picture as lines of text.
     *
     * @param columns the most characters in a line
     * @param unicode whether there are more characters than ASCII's
     */
    List<String> terminal(int columns, ColorLevel colors, boolean unicode);
}
