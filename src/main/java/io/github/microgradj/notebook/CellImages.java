package io.github.microgradj.notebook;

import io.github.microgradj.notebook.Notebook.Image;
import io.github.microgradj.viz.picture.Picture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/** A converter from pictures to images for notebook cells. */
final class CellImages {
    private CellImages() {}

    /** Returns a picture as SVG or, if that is impossible, as PNG; empty if it cannot be drawn at all. */
    static Optional<Image> of(Picture picture) {
        try {
            Path folder = Files.createTempDirectory("microgradj");
            try {
                return drawn(picture, folder.resolve("picture.svg"))
                        .map(svg -> new Image("image/svg+xml", new String(svg, StandardCharsets.UTF_8)))
                        .or(() -> drawn(picture, folder.resolve("picture.png"))
                                .map(png -> new Image(
                                        "image/png", Base64.getEncoder().encodeToString(png))));
            } finally {
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot draw a picture in the temporary folder: " + e, e);
        }
    }

    private static Optional<byte[]> drawn(Picture picture, Path file) {
        try {
            picture.save(file);
            return Optional.of(Files.readAllBytes(file));
        } catch (IllegalStateException | IllegalArgumentException e) { // Too large, or a library is missing.
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deleted(file);
        }
    }

    private static void deleted(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
