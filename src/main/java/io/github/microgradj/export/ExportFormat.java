package io.github.microgradj.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The formats that a network can be written in, by file extension. To add one, add a row. */
public enum ExportFormat {
    /** ONNX, in 32 bits by default. */
    ONNX(".onnx", "for ONNX Runtime, in any language: Python, C++, C#, JavaScript"),
    /** Safetensors, in 64 bits by default. */
    SAFETENSORS(".safetensors", "the weights, for PyTorch and others; MLP.load reads it"),
    /** A PyTorch program and its data. */
    PYTHON(".py", "a PyTorch program that predicts and trains on, on one machine or many"),
    /** A class without dependencies. */
    JAVA(".java", "a class without dependencies, equal bit for bit");

    private final String extension;
    private final String purpose;

    ExportFormat(String extension, String purpose) {
        this.extension = extension;
        this.purpose = purpose;
    }

    /** Returns the format for a file's name, by its extension; empty if there is none. */
    public static Optional<ExportFormat> of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return List.of(values()).stream()
                .filter(format -> name.endsWith(format.extension))
                .findFirst();
    }

    /** Returns the extensions, as in {@code .onnx, .py or .java}. */
    public static String extensions() {
        return List.of(values()).stream().map(ExportFormat::extension).collect(Collectors.joining(", "));
    }

    /** Returns the extension with its dot. */
    public String extension() {
        return extension;
    }

    /** Returns what the format is for, as the end of a line of help. */
    public String purpose() {
        return purpose;
    }
}
