package io.github.microgradj.command.languagemodel;

import io.github.microgradj.command.UserError;
import io.github.microgradj.languagemodel.Documents;
import io.github.microgradj.languagemodel.ModelSize;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of {@code :train names} that select the documents and the size of the model. */
public final class LanguageFlags {
    /** The name of the data set on which language models are trained. */
    public static final String NAMES = "names";

    /** The names of the options that apply only to language models. */
    public static final List<String> OPTIONS = List.of("--file", "--layers", "--heads", "--width", "--block-size");

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "names: learn the lines of this text file instead of the built-in names.")
    private Optional<Path> file;

    @Option(names = "--layers", paramLabel = "N", description = "gpt, mlp: number of layers (default 1).")
    private Optional<Integer> layers;

    @Option(names = "--heads", paramLabel = "N", description = "gpt: number of attention heads (default 4).")
    private Optional<Integer> heads;

    @Option(names = "--width", paramLabel = "N", description = "gpt, mlp: size of the embeddings (default 16).")
    private Optional<Integer> width;

    @Option(
            names = "--block-size",
            paramLabel = "N",
            description = "gpt, mlp: number of letters from which the next one is predicted (default 16; mlp: 3).")
    private Optional<Integer> blockSize;

    /** Returns the lines of the given file as documents, or the built-in names if no file is given. */
    Documents documents() throws UserError {
        return file.isPresent() ? Documents.read(file.get()) : Documents.names();
    }

    /** Returns a copy of the given default size in which the numbers that the user chose replace the defaults. */
    ModelSize size(ModelSize size) {
        return new ModelSize(
                layers.orElse(size.layers()),
                heads.orElse(size.heads()),
                width.orElse(size.width()),
                blockSize.orElse(size.blockSize()));
    }
}
