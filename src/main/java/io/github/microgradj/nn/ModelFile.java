package io.github.microgradj.nn;

import io.github.microgradj.engine.Value;
import io.github.microgradj.export.ExportFormat;
import io.github.microgradj.export.Safetensors;
import io.github.microgradj.io.AtomicFile;
import io.github.microgradj.io.FileFault;
import io.github.microgradj.text.Repr;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * The text format for saving networks. A file has a header, the shape, the hidden activation, a line for each neuron
 * with its weights and its bias, and the CRC-32 of all preceding lines. Numbers are the shortest decimals that preserve
 * every bit.
 *
 * <p>Version 2 adds lines for scalings and names between the activation and the neurons; {@link ModelExtras} describes
 * them. A network that has neither is written as version 1.
 *
 * <pre>{@code
 * microgradj model 1
 * MLP 2 1
 * hidden relu
 * 0.23550571390294128 0.06653114721000164 0.0
 * crc32 5d0a1c7e
 * }</pre>
 */
final class ModelFile {
    private static final String HEADER = "microgradj model ";
    private static final int VERSION = 1;
    private static final int WITH_EXTRAS = 2;

    private ModelFile() {}

    static void save(MLP model, Path file) {
        List<String> lines = new ArrayList<>();
        List<String> extras = ModelExtras.lines(model);
        lines.add(HEADER + (extras.isEmpty() ? VERSION : WITH_EXTRAS));
        lines.add("MLP " + model.inputs() + " "
                + model.layers().stream()
                        .map(layer -> String.valueOf(layer.neurons().size()))
                        .collect(Collectors.joining(" ")));
        lines.add("hidden " + model.hidden());
        lines.addAll(extras);
        for (Layer layer : model.layers()) {
            for (Neuron neuron : layer.neurons()) {
                lines.add(line(neuron));
            }
        }
        lines.add("crc32 " + checksum(lines));
        try {
            AtomicFile.write(file, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw FileFault.notWritten(file, e);
        }
    }

    private static String line(Neuron neuron) {
        return neuron.parameters().stream().map(ModelFile::number).collect(Collectors.joining(" "));
    }

    private static String number(Value parameter) {
        if (!Double.isFinite(parameter.data)) {
            throw new IllegalStateException(
                    "expected only finite parameters in the model to save, got " + Repr.of(parameter.data));
        }
        return Repr.of(parameter.data);
    }

    static MLP load(Path file) {
        try {
            if (file.toString().endsWith(ExportFormat.SAFETENSORS.extension())) {
                return safetensors(file);
            }
            // Latin-1 accepts any byte, so a file of another type fails in the parser, which reports the line number.
            return new Reader(file, new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).model();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    e instanceof DamagedException
                            ? e.getMessage()
                            : "cannot read " + file + ": " + FileFault.ofReading(e),
                    e);
        }
    }

    private static MLP safetensors(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        try {
            return ModelExport.model(Safetensors.read(content));
        } catch (IOException e) {
            throw new DamagedException(file + ": " + e.getMessage());
        }
    }

    private static String checksum(List<String> lines) {
        CRC32 crc = new CRC32();
        for (String line : lines) {
            crc.update((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
        }
        return String.format("%08x", crc.getValue());
    }

    private static final class DamagedException extends IOException {
        private static final long serialVersionUID = 1;

        DamagedException(String message) {
            super(message);
        }
    }

    private static final class Reader {
        private final Path file;
        private final List<String> lines;
        private int read;

        Reader(Path file, String content) {
            this.file = file;
            this.lines = content.lines().toList();
        }

        MLP model() throws IOException {
            int version = header();
            int[] shape = shape();
            Activation hidden = hidden();
            int extras = read;
            while (version == WITH_EXTRAS && read < lines.size() && ModelExtras.isExtra(lines.get(read))) {
                read++;
            }
            List<String> named = lines.subList(extras, read);
            List<Layer> layers = new ArrayList<>();
            for (int i = 1; i < shape.length; i++) {
                Activation activation = i < shape.length - 1 ? hidden : Activation.LINEAR;
                layers.add(layer(activation, shape[i - 1], shape[i]));
            }
            checksum();
            return withExtras(new MLP(hidden, layers, shape[0]), named, extras);
        }

        private MLP withExtras(MLP model, List<String> named, int before) throws IOException {
            ModelExtras extras = new ModelExtras(named);
            try {
                return extras.on(model);
            } catch (IllegalArgumentException e) {
                read = before + extras.read();
                throw damaged(String.valueOf(e.getMessage()));
            }
        }

        /** Reads the header and returns the version. */
        private int header() throws IOException {
            String line = next("microgradj model " + VERSION);
            if (!line.startsWith(HEADER)) {
                throw damaged(
                        line.startsWith("microgradj language model")
                                ? "a language model; read it with LanguageModel.load"
                                : "not a model saved by microgradj");
            }
            if (line.equals(HEADER + VERSION)) {
                return VERSION;
            }
            if (line.equals(HEADER + WITH_EXTRAS)) {
                return WITH_EXTRAS;
            }
            throw damaged("unknown format " + excerpt(line.substring(HEADER.length())) + "; this version reads formats "
                    + VERSION + " and " + WITH_EXTRAS);
        }

        private int[] shape() throws IOException {
            String line = next("the shape");
            if (!line.matches("MLP( [1-9][0-9]{0,8}){2,}")) {
                throw damaged("expected a shape such as MLP 2 16 16 1, found " + excerpt(line));
            }
            String[] words = line.split(" ", -1);
            int[] shape = new int[words.length - 1];
            for (int i = 0; i < shape.length; i++) {
                shape[i] = Integer.parseInt(words[i + 1]);
            }
            return shape;
        }

        private Activation hidden() throws IOException {
            String line = next("the hidden activation");
            try {
                return Activation.named(line.replaceFirst("^hidden ", ""));
            } catch (IllegalArgumentException e) {
                throw damaged("expected an activation such as \"hidden relu\", found " + excerpt(line));
            }
        }

        /**
         * Reads a layer. Creates each neuron only after reading its line, so that a wrong shape cannot exhaust the
         * memory.
         */
        private Layer layer(Activation activation, int nin, int nout) throws IOException {
            List<Neuron> neurons = new ArrayList<>();
            while (neurons.size() < nout) {
                double[] numbers = numbers(nin + 1);
                double[] weights = Arrays.copyOf(numbers, nin);
                neurons.add(new Neuron(activation, weights, numbers[nin]));
            }
            return new Layer(neurons, nin);
        }

        private double[] numbers(int expected) throws IOException {
            String[] words = next(expected + " numbers").split(" ", -1);
            if (words.length != expected) {
                throw damaged("expected " + expected + " numbers, found " + words.length);
            }
            double[] numbers = new double[expected];
            for (int i = 0; i < expected; i++) {
                numbers[i] = number(words[i]);
            }
            return numbers;
        }

        private double number(String word) throws IOException {
            try {
                double number = Double.parseDouble(word);
                if (Double.isFinite(number)) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Reported below.
            }
            throw damaged("expected a number, found " + excerpt(word));
        }

        private void checksum() throws IOException {
            String computed = "crc32 " + ModelFile.checksum(lines.subList(0, read));
            String line = next("the checksum");
            if (!line.equals(computed)) {
                throw damaged("the checksum does not match the lines above; the file was damaged or edited");
            }
            if (read < lines.size()) {
                read++;
                throw damaged("expected the end of the file, found another line");
            }
        }

        private String next(String expected) throws IOException {
            read++;
            if (read > lines.size()) {
                throw damaged("expected " + expected + ", found the end of the file; the file was cut short");
            }
            return lines.get(read - 1);
        }

        private DamagedException damaged(String reason) {
            return new DamagedException(file + ", line " + read + ": " + reason);
        }

        private static String excerpt(String text) {
            String clean = text.replaceAll("[^ -~]", "?");
            return "'" + (clean.length() > 40 ? clean.substring(0, 40) + "..." : clean) + "'";
        }
    }
}
