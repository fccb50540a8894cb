package io.github.microgradj.text;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** Source in memory that the compiler reads like a file. */
public final class CompilerInput extends SimpleJavaFileObject {
    private final String text;

    /**
     * Creates an input; its URI ends like a file name of its kind, {@code string:///Snippet.java}, which the compiler
     * checks.
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
