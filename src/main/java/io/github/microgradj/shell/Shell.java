package io.github.microgradj.shell;

import io.github.microgradj.command.RunMode;
import io.github.microgradj.command.Setting;
import io.github.microgradj.command.TextFile;
import io.github.microgradj.command.UserError;
import io.github.microgradj.editor.LineInput;
import io.github.microgradj.editor.LineInput.Editing;
import io.github.microgradj.output.Printer;
import io.github.microgradj.output.Printer.Style;
import io.github.microgradj.report.ErrorReport;
import io.github.microgradj.report.Outcome;
import io.github.microgradj.session.Session;
import io.github.microgradj.text.TextWidth;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** The interactive loop. It prints a banner, and then reads and runs input until the input ends. */
final class Shell {
    private final Session session;
    private final Map<String, String> environment;
    private final UserDirectories places;
    private final boolean startup;

    Shell(Session session, Map<String, String> environment, boolean startup) {
        this.session = session;
        this.environment = environment;
        this.places = UserDirectories.of(environment);
        this.startup = startup;
    }

    /**
     * Runs the shell and returns how it ended.
     *
     * @param scripts the scripts to run before the first prompt
     */
    Outcome run(Supplier<Outcome> scripts) {
        try (LineInput input = open()) {
            System.setIn(input.in());
            System.setOut(input.out());
            System.setErr(input.err());
            session.printer().printTo(input.out(), input.err());
            session.printer().setWindow(input.window());
            banner();
            session.settings()
                    .open(places.settings(), fault -> session.printer().note(fault));
            session.settings()
                    .follow(Setting.EDITING, keys -> input.setEditing(Editing.valueOf(keys.toUpperCase(Locale.ROOT))));
            session.settings().follow(Setting.AUTOINDENT, value -> input.setIndenting(value.equals("on")));
            session.settings().follow(Setting.SIGNATURES, value -> input.setHinting(value.equals("on")));
            session.attach(input);
            runStartup();
            Outcome outcome = scripts.get();
            return outcome instanceof Outcome.Quit ? outcome : loop(input);
        }
    }

    /** Runs the user's startup file. Reports any errors and continues. */
    private void runStartup() {
        Path script = places.startup();
        if (!startup || !Files.exists(script)) {
            return;
        }
        session.setKeepGoing(true);
        try {
            session.run(TextFile.read(script), script.toString(), RunMode.SCRIPT);
        } catch (UserError e) {
            session.printer().error(ErrorReport.message(e));
        } finally {
            session.setKeepGoing(false);
        }
    }

    private LineInput open() {
        return LineInput.open(new SessionHost(session), environment.get("TERM"), places.history());
    }

    private Outcome loop(LineInput input) {
        while (true) {
            LineInput.InputLine line = input.read(session.printer().styled(Style.BOLD, "mg> "));
            input.fault().ifPresent(fault -> session.printer().note(fault));
            if (line.end().isPresent()) {
                return new Outcome.Quit(line.end().getAsInt());
            }
            if (line.cancelled()) {
                continue;
            }
            Outcome outcome = session.run(line.text(), "", RunMode.INTERACTIVE);
            session.printer().flush();
            if (outcome instanceof Outcome.Quit) {
                return outcome;
            }
        }
    }

    private void banner() {
        Printer printer = session.printer();
        String train = printer.styled(Style.NAME, ":train moons");
        String learn = printer.styled(Style.NAME, ":learn");
        String graph = printer.styled(Style.NAME, ":graph Value(2.0) * 3");
        printer.line(Style.BOLD, TextWidth.wrapped(Version.line(), printer.columns()));
        if (printer.columns() < 80) {
            printer.line("Try  " + learn + "\n     " + train + "\n     " + graph + "\nor paste micrograd's README.");
            printer.note(":help lists the commands. Tab completes,\nCtrl-C stops, Ctrl-D leaves.");
            return;
        }
        printer.line("Try  " + learn + "  " + train + "  " + graph + "  or paste micrograd's README.");
        printer.note(":help lists the commands, Tab completes, Ctrl-C stops, Ctrl-D leaves.");
    }
}
