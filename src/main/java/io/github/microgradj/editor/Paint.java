package io.github.microgradj.editor;

import io.github.microgradj.editor.text.Span;
import java.util.Arrays;
import org.jline.reader.LineReader;
import org.jline.reader.impl.DefaultHighlighter;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * A highlighter that colours the typed text as the host specifies. JLine's highlighting of a selection or a search
 * result takes precedence.
 */
final class Paint extends DefaultHighlighter {
    private final Host host;
    private final Editor editor;

    Paint(Host host, Editor editor) {
        this.host = host;
        this.editor = editor;
    }

    @Override
    public AttributedString highlight(LineReader reader, String text) {
        AttributedString marked = super.highlight(reader, text);
        if (editor.isPlain() || marked.length() != text.length()) {
            return marked; // JLine shows a control character as two characters.
        }
        AttributedStyle[] styles = new AttributedStyle[text.length()];
        Arrays.fill(styles, AttributedStyle.DEFAULT);
        int cursor = editor.isTyping() ? reader.getBuffer().cursor() : -1;
        for (Span span : host.spans(text, cursor)) {
            Arrays.fill(styles, span.start(), span.end(), style(span.kind()));
        }
        AttributedStringBuilder painted = new AttributedStringBuilder(text.length());
        for (int i = 0; i < styles.length; i++) {
            AttributedStyle mark = marked.styleAt(i);
            painted.style(mark.equals(AttributedStyle.DEFAULT) ? styles[i] : mark);
            painted.append(text.charAt(i));
        }
        return painted.toAttributedString();
    }

    private AttributedStyle style(Span.Kind kind) {
        return AttributedString.fromAnsi(host.coloured(kind, "x")).styleAt(0);
    }
}
