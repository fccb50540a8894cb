package io.github.microgradj.text;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A text in memory that the compiler reads as it reads files. */
public final class CompilerInput extends SimpleJavaFileObject {
    private final String text;

    /** A file of a kind: the compiler looks at the end of its name, {@code string:///Snippet.java}. */
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
