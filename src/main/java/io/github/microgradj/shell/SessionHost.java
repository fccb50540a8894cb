package io.github.microgradj.shell;

import io.github.microgradj.command.CommandWords;
import io.github.microgradj.editor.Host;
import io.github.microgradj.editor.text.Highlighter;
import io.github.microgradj.editor.text.Span;
import io.github.microgradj.language.infix.CallSite;
import io.github.microgradj.output.Printer.Style;
import io.github.microgradj.session.InputSplitter;
import io.github.microgradj.session.Session;
import java.util.List;
import java.util.Optional;

/** The link from the editor to the session. It answers the editor's queries. */
final class SessionHost implements Host {
    private final Session session;
    private final Completion completion;
    private final Highlighter highlighter;
    private final InlineDocumentation documentation;

    SessionHost(Session session) {
        this.session = session;
        this.completion = new Completion(session);
        this.highlighter = new Highlighter(new CommandWords(session.commands()));
        this.documentation = new InlineDocumentation(session);
    }

    @Override
    public boolean isIncomplete(String text) {
        return InputSplitter.endsIncomplete(text, session.engine()::cut);
    }

    @Override
    public List<Span> spans(String text, int cursor) {
        return session.printer().hasColour() ? highlighter.spans(text, cursor) : List.of();
    }

    @Override
    public String coloured(Span.Kind kind, String text) {
        return session.printer().styled(Style.valueOf(kind.name()), text);
    }

    @Override
    public Candidates complete(String text, int cursor) {
        return completion.at(text, cursor);
    }

    @Override
    public Optional<Call> callAround(String typed) {
        return CallSite.around(typed).map(call -> new Call(typed.substring(0, call.start()), call.argument()));
    }

    @Override
    public Optional<List<String>> signatures(String prefix) {
        return session.engine().isReady()
                ? Optional.of(session.engine().signatures(prefix, prefix.length()))
                : Optional.empty();
    }

    @Override
    public Optional<String> documentation(String text, int cursor, int rows) {
        return documentation.at(text, cursor, rows);
    }

    @Override
    public void interrupted() {
        session.engine().stop();
    }
}
