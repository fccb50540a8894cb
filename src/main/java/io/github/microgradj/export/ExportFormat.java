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

/**
 * The file formats that a network can be exported to. To add a format, add a constant with its file extension, and
 * a case to {@code add} that writes the file.
 */
public enum ExportFormat {
    /** An ONNX model, in single precision by default. */
    ONNX(".onnx"),
    /** The weights in safetensors format, in double precision by default. */
    SAFETENSORS(".safetensors"),
    /** A PyTorch program, with its weights and samples in a second file next to it. */
    PYTHON(".py"),
    /** A Java class without dependencies. */
    JAVA(".java"),
    /** A picture for web pages and documents. */
    SVG(".svg"),
    /** A bitmap picture. */
    PNG(".png"),
    /** A description of the graph, from which Graphviz draws a picture. */
    DOT(".dot");

    private final String extension;

    ExportFormat(String extension) {
        this.extension = extension;
    }

    /**
     * Returns the format for the extension of a file.
     *
     * @throws IllegalArgumentException if no format has this extension
     */
    public static ExportFormat of(Path file) {
        return find(file)
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected a file name that ends in " + extensions() + ", got " + file));
    }

    /** Returns the format for the extension of a file, or empty if there is none. */
    public static Optional<ExportFormat> find(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(format -> name.endsWith(format.extension))
                .findFirst();
    }

    /** Returns all extensions as a phrase, such as {@code .onnx, .py or .java}. */
    public static String extensions() {
        List<String> all = Stream.of(values()).map(ExportFormat::extension).toList();
        int last = all.size() - 1;
        return all.subList(0, last).stream().collect(Collectors.joining(", ", "", " or " + all.get(last)));
    }

    /** Returns the extension with its dot. */
    public String extension() {
        return extension;
    }

    /** Returns the default precision: single for ONNX, otherwise double. */
    public Precision precision() {
        return this == ONNX ? Precision.SINGLE : Precision.DOUBLE;
    }

    /**
     * Writes a network. Each file is written completely or not at all.
     *
     * @param precision the precision of the numbers; only ONNX and safetensors support both
     * @param plan how the network was trained; required only for {@link #PYTHON}
     * @return the files that were written, starting with {@code file}
     * @throws IllegalArgumentException if the format does not support the precision, a required plan is missing, or the
     *     file name is not valid for the format
     * @throws UncheckedIOException with a one-line message if a file cannot be written
     */
    public List<Path> write(DenseNetwork network, Optional<TrainingPlan> plan, Precision precision, Path file) {
        if (precision == Precision.SINGLE && this != ONNX && this != SAFETENSORS) {
            throw new IllegalArgumentException("a " + extension + " file has no 32-bit numbers; only " + ONNX.extension
                    + " and " + SAFETENSORS.extension + " files support them");
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
                            "expected a file name that is a Java class name, such as Model.java, got " + file);
                }
                files.put(file, PictureFile.utf8(JavaSource.of(network, stem)));
            }
            case PYTHON -> {
                TrainingPlan training = plan.orElseThrow(() -> new IllegalArgumentException("a " + extension
                        + " file needs the training run of the network; use TrainingRun.export, or another format"));
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

    /** The precision of the numbers in a file. */
    public enum Precision {
        /** 32 bits. */
        SINGLE,
        /** 64 bits. */
        DOUBLE
    }
}
