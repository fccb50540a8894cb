package io.github.microgradj.export;

import io.github.microgradj.io.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/** The file formats that a network can be exported to. To add a format, add a constant with its file extension. */
public enum ExportFormat {
    /** An ONNX model, in single precision by default. */
    ONNX(".onnx"),
    /** The weights in safetensors format, in double precision by default. */
    SAFETENSORS(".safetensors"),
    /** A PyTorch program, with its weights and samples in a second file next to it. */
    PYTHON(".py"),
    /** A Java class without dependencies. */
    JAVA(".java");

    private final String extension;

    ExportFormat(String extension) {
        this.extension = extension;
    }

    /**
     * Returns the format that the extension of a file selects.
     *
     * @throws IllegalArgumentException if no format has this extension
     */
    public static ExportFormat of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(format -> name.endsWith(format.extension))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("expected a file that ends in " + extensions() + ", got " + file));
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
     * @throws IOException if a file cannot be written
     */
    public List<Path> write(DenseNetwork network, Optional<TrainingPlan> plan, Precision precision, Path file)
            throws IOException {
        if ((this == JAVA || this == PYTHON) && precision == Precision.SINGLE) {
            throw new IllegalArgumentException("a " + extension + " file supports double precision only");
        }
        String name = Objects.requireNonNull(file.getFileName()).toString();
        String stem = name.substring(0, name.length() - extension.length());
        switch (this) {
            case ONNX -> AtomicFile.write(file, OnnxModel.of(network, precision == Precision.DOUBLE));
            case SAFETENSORS -> AtomicFile.write(file, Safetensors.of(network, precision == Precision.SINGLE));
            case JAVA -> {
                if (!SourceVersion.isName(stem)) {
                    throw new IllegalArgumentException(
                            "expected a file name that is a Java class name, such as Model.java, got " + file);
                }
                AtomicFile.write(file, JavaSource.of(network, stem));
            }
            case PYTHON -> {
                TrainingPlan training = plan.orElseThrow(() -> new IllegalArgumentException("a " + extension
                        + " file needs the training run of the network; use TrainingRun.export, or another format"));
                Path data = file.resolveSibling(stem + "-data.safetensors");
                AtomicFile.write(data, PyTorchProgram.data(network, training));
                AtomicFile.write(
                        file, PyTorchProgram.text(network, training, name, String.valueOf(data.getFileName())));
                return List.of(file, data);
            }
        }
        return List.of(file);
    }

    /** The precision of the numbers in a file. */
    public enum Precision {
        /** 32 bits. */
        SINGLE,
        /** 64 bits. */
        DOUBLE
    }
}
