package io.github.microgradj.text;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** Source code in memory that the compiler reads like a file. */
public final class CompilerInput extends SimpleJavaFileObject {
    private final String text;

    /**
     * Creates an input. The URI must end with the file extension of the given kind, as in
     * {@code string:///Snippet.java}, because the compiler checks the extension.
     */
    public CompilerInput(String uri, Kind kind, String text) {
        super(URI.create(uri), kind);
        this.text = text;
    }

    /** Returns the text. */
    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }
}
