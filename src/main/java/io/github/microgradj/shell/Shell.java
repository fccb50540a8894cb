package io.github.microgradj.shell;

import io.github.microgradj.shell.Printer.Style;
import io.github.microgradj.shell.terminal.LineInput;
import java.nio.file.Path;
import java.util.Map;

/** The interactive loop: a banner, then read, run, repeat. */
final class Shell {
    private final Session session;
    private final Map<String, String> environment;

    Shell(Session session, Map<String, String> environment) {
        this.session = session;
        this.environment = environment;
    }

    Outcome run() {
        try (LineInput input = open()) {
            session.printer().setColumns(input::columns);
            banner();
            return loop(input);
        }
    }

    private LineInput open() {
        Completion completion = new Completion(session);
        return LineInput.open(
                new LineInput.Host() {
                    @Override
                    public boolean isIncomplete(String text) {
                        return Units.endsIncomplete(text, session.engine()::cut);
                    }

                    @Override
                    public LineInput.Candidates complete(String text, int cursor) {
                        return completion.at(text, cursor);
                    }

                    @Override
                    public void interrupted() {
                        session.engine().stop();
                    }
                },
                historyFile());
    }

    private Outcome loop(LineInput input) {
        while (true) {
            LineInput.Line line = input.read(session.printer().styled(Style.BOLD, "mg> "));
            if (line.endOfInput()) {
                return new Outcome.Quit(0);
            }
            Outcome outcome = session.run(line.text(), "", Session.Mode.INTERACTIVE);
            session.printer().flush();
            if (outcome instanceof Outcome.Quit) {
                return outcome;
            }
        }
    }

    private void banner() {
        Printer printer = session.printer();
        printer.line(Style.BOLD, Version.line());
        printer.line("Try  " + printer.styled(Style.NAME, ":train moons") + "   "
                + printer.styled(Style.NAME, ":graph Value(2.0) * 3")
                + "   or paste micrograd's README.");
        printer.line(Style.DIM, ":help lists the commands, Tab completes, Ctrl-C stops, Ctrl-D leaves.");
    }

    /** The state folder of the XDG convention; on Windows the local application data. */
    private Path historyFile() {
        String local = environment.getOrDefault("XDG_STATE_HOME", environment.getOrDefault("LOCALAPPDATA", ""));
        Path folder = local.isEmpty() ? Path.of(System.getProperty("user.home"), ".local", "state") : Path.of(local);
        return folder.resolve("microgradj").resolve("history");
    }
}
