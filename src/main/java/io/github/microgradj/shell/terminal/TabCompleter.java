package io.github.microgradj.shell.terminal;

import io.github.microgradj.shell.terminal.Host.Candidates;
import io.github.microgradj.shell.typing.Span;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** What Tab offers, in the words of JLine. */
record TabCompleter(Host host) implements Completer {
    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        Candidates found = host.complete(line.line(), line.cursor());
        if (found.anchor() < wordStart(line)) {
            return; // A space was typed after what could be completed.
        }
        String kept = line.line().substring(wordStart(line), found.anchor());
        int width = reader.getTerminal().getWidth();
        List<String> rows = Menu.rows(found.choices(), width, note -> host.coloured(Span.Kind.COMMENT, note));
        for (int i = 0; i < rows.size(); i++) {
            String word = found.choices().get(i).word();
            boolean space = found.whole() && !word.endsWith("/");
            candidates.add(new Candidate(kept + word, rows.get(i), null, null, null, null, space, i + 1));
        }
    }

    private static int wordStart(ParsedLine line) {
        return line.cursor() - line.wordCursor();
    }
}
