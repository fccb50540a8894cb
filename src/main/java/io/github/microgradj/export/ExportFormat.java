package io.github.microgradj.export;

import io.github.microgradj.io.AtomicFile;
import io.github.microgradj.io.FileFault;
import io.github.microgradj.viz.picture.PictureFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/** The formats of files that a network can be written to, by extension. To add a format, add a row. */
public enum ExportFormat {
    /** An ONNX model, in single precision by default. */
    ONNX(".onnx"),
    /** The weights in the format safetensors, in double precision by default. */
    SAFETENSORS(".safetensors"),
    /** A PyTorch program, with a file of weights and samples beside it. */
    PYTHON(".py"),
    /** A Java class without dependencies. */
    JAVA(".java"),
    /** A picture for web pages and documents. */
    SVG(".svg"),
    /** A picture in pixels. */
    PNG(".png"),
    /** A picture for Graphviz to draw. */
    DOT(".dot");

    private final String extension;

    ExportFormat(String extension) {
        this.extension = extension;
    }

    /**
     * Returns the format for the name of a file.
     *
     * @throws IllegalArgumentException if its extension is of no format
     */
    public static ExportFormat of(Path file) {
        return find(file)
                .orElseThrow(() ->
                        new IllegalArgumentException("expected a file that ends in " + extensions() + ", got " + file));
    }

    /** Returns the format for the name of a file, if there is one. */
    public static Optional<ExportFormat> find(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(format -> name.endsWith(format.extension))
                .findFirst();
    }

    /** Returns all extensions, as in {@code .onnx, .py or .java}. */
    public static String extensions() {
        List<String> all = Stream.of(values()).map(ExportFormat::extension).toList();
        int last = all.size() - 1;
        return all.subList(0, last).stream().collect(Collectors.joining(", ", "", " or " + all.get(last)));
    }

    /** Returns the extension with its dot. */
    public String extension() {
        return extension;
    }

    /** Returns the precision of the numbers unless another is asked for: 32 bits for ONNX, otherwise 64. */
    public Precision precision() {
        return this == ONNX ? Precision.SINGLE : Precision.DOUBLE;
    }

    /**
     * Writes a network, each file as a whole or not at all.
     *
     * @param precision the precision of the numbers; only ONNX and safetensors have a choice
     * @param plan how it was trained; only {@link #PYTHON} needs it
     * @return the files that were written, the one asked for first
     * @throws IllegalArgumentException if the format lacks the precision or the plan, or the file has no valid name
     * @throws UncheckedIOException with one line if a file cannot be written
     */
    public List<Path> write(DenseNetwork network, Optional<TrainingPlan> plan, Precision precision, Path file) {
        if (precision == Precision.SINGLE && this != ONNX && this != SAFETENSORS) {
            throw new IllegalArgumentException(
                    "numbers of 32 bits are for " + ONNX.extension + " and " + SAFETENSORS.extension + ", got " + file);
        }
        Map<Path, byte[]> files = new LinkedHashMap<>();
        add(files, network, plan, precision == Precision.SINGLE, file);
        try {
            AtomicFile.write(files);
        } catch (IOException e) {
            throw FileFault.notWritten(file, e);
        }
        return List.copyOf(files.keySet());
    }

    private void add(
            Map<Path, byte[]> files, DenseNetwork network, Optional<TrainingPlan> plan, boolean isSingle, Path file) {
        String name = Objects.requireNonNull(file.getFileName()).toString();
        String stem = name.substring(0, name.length() - extension.length());
        switch (this) {
            case ONNX -> files.put(file, OnnxModel.of(network, !isSingle));
            case SAFETENSORS -> files.put(file, Safetensors.of(network, isSingle));
            case JAVA -> {
                if (!SourceVersion.isName(stem)) {
                    throw new IllegalArgumentException(
                            "a Java class is named like its file, as in Model.java, got " + file);
                }
                files.put(file, PictureFile.utf8(JavaSource.of(network, stem)));
            }
            case PYTHON -> {
                TrainingPlan training = plan.orElseThrow(() -> new IllegalArgumentException("a " + extension
                        + " file repeats a training run, and this network has none here; the other formats need none"));
                Path data = file.resolveSibling(stem + "-data.safetensors");
                files.put(
                        file,
                        PictureFile.utf8(
                                PyTorchProgram.text(network, training, name, String.valueOf(data.getFileName()))));
                files.put(data, PyTorchProgram.data(network, training));
            }
            case SVG ->
                files.put(file, PictureFile.utf8(NetworkPicture.of(network).svg()));
            case PNG -> files.put(file, NetworkPicture.of(network).png());
            case DOT ->
                files.put(file, PictureFile.utf8(NetworkPicture.of(network).dot()));
        }
    }

    /** The size of the numbers in a file. */
    public enum Precision {
        /** 32 bits. */
        SINGLE,
        /** 64 bits. */
        DOUBLE
    }
}
