package io.github.microgradj.editor;

import io.github.microgradj.editor.Host.Candidates;
import io.github.microgradj.editor.text.Span;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** An adapter from the host's completion candidates to JLine's completion. */
final class TabCompleter implements Completer {
    private final Host host;
    private final HostQueries questions;
    private boolean exhausted;

    TabCompleter(Host host, HostQueries questions) {
        this.host = host;
        this.questions = questions;
    }

    /** Returns whether the last completion had nothing to add to the word, and resets that state. */
    boolean takeExhausted() {
        boolean taken = exhausted;
        exhausted = false;
        return taken;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        Candidates found = questions.ask(() -> host.complete(line.line(), line.cursor()));
        if (found.anchor() < wordStart(line)) {
            return; // The candidates are for an earlier word, which a space separates from the cursor.
        }
        String kept = line.line().substring(wordStart(line), found.anchor());
        int width = reader.getTerminal().getWidth();
        List<String> rows = Menu.rows(found.choices(), width, note -> host.coloured(Span.Kind.COMMENT, note));
        for (int i = 0; i < rows.size(); i++) {
            String word = found.choices().get(i).word();
            boolean space = found.whole() && !word.endsWith("/");
            candidates.add(new Candidate(kept + word, rows.get(i), null, null, null, null, space, i + 1));
        }
        exhausted = candidates.isEmpty()
                || (candidates.size() == 1 && candidates.get(0).value().equals(line.word()));
    }

    private static int wordStart(ParsedLine line) {
        return line.cursor() - line.wordCursor();
    }
}
