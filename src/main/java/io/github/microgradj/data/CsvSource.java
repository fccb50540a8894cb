package io.github.microgradj.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A CSV file with its compression and its encoding. Files that are recognized as another type are rejected.
 *
 * @param gzip whether the file is compressed with gzip
 * @param charset the encoding
 */
record CsvSource(Path file, boolean gzip, Charset charset) {
    private static final int BEGINNING = 4096;
    private static final int BUFFER = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** The encoding that Windows programs usually use for Western European text if they do not use Unicode. */
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private static final String FROM_SPREADSHEET = "; save the table as CSV";
    private static final String FROM_PANDAS = "; write the table as CSV (with pandas: df.to_csv)";

    /** Descriptions of other file types, by their first bytes. */
    private static final Map<String, String> MAGIC = new LinkedHashMap<>();

    static {
        MAGIC.put("PK\3\4", "an Excel workbook or another zip archive" + FROM_SPREADSHEET);
        MAGIC.put("\u00d0\u00cf\u0011\u00e0", "an Excel workbook" + FROM_SPREADSHEET);
        MAGIC.put("PAR1", "a Parquet file" + FROM_PANDAS);
        MAGIC.put("\u0089HDF", "an HDF5 file" + FROM_PANDAS);
        MAGIC.put("ARROW1", "an Arrow file" + FROM_PANDAS);
        MAGIC.put("\u0093NUMPY", "a NumPy file; save the array with numpy.savetxt and delimiter=','");
        MAGIC.put("SQLite format 3", "an SQLite database; export the table as CSV");
        MAGIC.put("%PDF", "a PDF file; copy the table into a CSV file");
    }

    private static final Map<Pattern, String> TEXTS = Map.of(
            Pattern.compile("\\s*(?:\\{\\s*(?:[\"}]|$)|\\[\\s*(?:[\\[{\"]|$)).*", Pattern.DOTALL),
            "a JSON file" + FROM_PANDAS,
            Pattern.compile("\\s*<(?:!doctype|html|\\?xml|head|body)\\b.*", Pattern.DOTALL | Pattern.CASE_INSENSITIVE),
            "a web page; download the file itself (many sites have a Raw link for it)",
            Pattern.compile("\\s*(?:%.*?\n)?\\s*@relation\\b.*", Pattern.DOTALL | Pattern.CASE_INSENSITIVE),
            "an ARFF file; delete the lines above the data");

    /**
     * Returns the source for a file.
     *
     * @throws IllegalArgumentException if the file does not exist, cannot be read or is of another type
     */
    static CsvSource of(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException(file + ": expected a CSV file, got a folder");
        }
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException(file + " does not exist or cannot be read");
        }
        byte[] start = beginning(file, false);
        boolean gzip = start.length > 1 && start[0] == 0x1f && start[1] == (byte) 0x8b;
        byte[] bytes = gzip ? beginning(file, true) : start;
        String latin = new String(bytes, ISO_8859_1);
        MAGIC.forEach((magic, kind) -> {
            if (latin.startsWith(magic)) {
                throw other(file, kind);
            }
        });
        CsvSource source = new CsvSource(file, gzip, charset(file, bytes));
        String text = new String(bytes, source.charset).replace("\uFEFF", "");
        TEXTS.forEach((pattern, kind) -> {
            if (pattern.matcher(text).matches()) {
                throw other(file, kind);
            }
        });
        return source;
    }

    private static IllegalArgumentException other(Path file, String kind) {
        return new IllegalArgumentException(file + ": expected a CSV file, but this looks like " + kind);
    }

    private static byte[] beginning(Path file, boolean gzip) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = gzip ? new GZIPInputStream(bytes) : bytes) {
            return plain.readNBytes(BEGINNING);
        } catch (ZipException e) {
            throw new IllegalArgumentException(file + ": not a gzip file: " + e.getMessage(), e);
        }
    }

    /**
     * Returns the encoding: UTF-16 if its byte order mark or its pattern of zero bytes is found, UTF-8 if there are no
     * zero bytes. Rejects all other files as binary.
     */
    private static Charset charset(Path file, byte[] bytes) {
        if (bytes.length >= 2 && bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe) {
            return UTF_16LE;
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff) {
            return UTF_16BE;
        }
        int[] zeros = new int[2];
        for (int i = 0; i < bytes.length; i++) {
            zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
        }
        if (zeros[0] + zeros[1] == 0) {
            return UTF_8;
        }
        if (zeros[0] == 0 && zeros[1] > bytes.length / 4) {
            return UTF_16LE;
        }
        if (zeros[1] == 0 && zeros[0] > bytes.length / 4) {
            return UTF_16BE;
        }
        throw other(file, "a binary file");
    }

    /** Returns this source with the Western encoding, for a file that cannot be read in the assumed encoding. */
    CsvSource western() {
        return new CsvSource(file, gzip, WESTERN);
    }

    /** Returns whether the encoding is only an assumption. If the text cannot be decoded, another encoding is tried. */
    boolean isAssumed() {
        return charset.equals(UTF_8);
    }

    /**
     * Opens the text and skips a byte order mark.
     *
     * @param progress receives the fraction of the file that has been read, from 0 to 1
     */
    Reader open(DoubleConsumer progress) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(file);
        InputStream bytes = new FilterInputStream(Channels.newInputStream(channel)) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int count = super.read(buffer, offset, length);
                progress.accept((double) channel.position() / Math.max(1, channel.size()));
                return count;
            }
        };
        InputStream buffered = new BufferedInputStream(bytes, BUFFER);
        PushbackReader text = new PushbackReader(new InputStreamReader(
                gzip ? new GZIPInputStream(buffered, BUFFER) : buffered,
                charset.newDecoder()
                        .onMalformedInput(
                                charset.equals(WESTERN) ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)));
        int first = text.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            text.unread(first);
        }
        return text;
    }

    /** Returns at most {@code most} characters from the start of the text. */
    String beginning(int most) throws IOException {
        try (Reader reader = open(share -> {})) {
            char[] text = new char[most];
            int length = 0;
            for (int count = 0; length < most && count >= 0; length += Math.max(0, count)) {
                count = reader.read(text, length, most - length);
            }
            return new String(text, 0, length);
        }
    }

    /** Returns the name of the file without its extensions. */
    String name() {
        String name = file.getFileName().toString();
        return (gzip ? name.replaceFirst("(?i)\\.gz$", "") : name).replaceFirst("(?<=.)\\.[^.]*$", "");
    }
}
