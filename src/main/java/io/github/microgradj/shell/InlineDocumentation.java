package io.github.microgradj.shell;

import io.github.microgradj.command.UserError;
import io.github.microgradj.output.Printer;
import io.github.microgradj.output.Printer.Style;
import io.github.microgradj.session.Session;
import io.github.microgradj.text.TextWidth;
import java.util.List;
import java.util.Optional;

/** The documentation of the name that the user is typing, shortened to fit the available rows. */
final class InlineDocumentation {
    private final Session session;

    InlineDocumentation(Session session) {
        this.session = session;
    }

    /**
     * Returns the documentation of the name at the cursor. If that name has none, returns the documentation of the
     * enclosing call or command, or empty if there is neither.
     */
    Optional<String> at(String text, int cursor, int rows) {
        boolean inCommand = text.stripLeading().matches("(?s):.*");
        boolean onItsName =
                inCommand && !text.substring(0, cursor).stripLeading().contains(" ");
        Optional<String> java = onItsName ? Optional.empty() : java(text, cursor, rows);
        return java.isPresent() || !inCommand ? java : command(text.strip().split("\\s", 2)[0], rows);
    }

    private Optional<String> command(String typed, int rows) {
        return session.commands().find(typed.substring(1)).map(name -> {
            try {
                String help = session.commands().help(name, session.printer());
                return shortened(help, rows, "... :help " + name + " shows the rest");
            } catch (UserError e) {
                throw new IllegalStateException(name + " was found, but has no help", e);
            }
        });
    }

    private Optional<String> java(String text, int cursor, int rows) {
        Printer printer = session.printer();
        return session.engine().documentation(text, cursor).map(found -> {
            String whole = found.topic().text(printer.columns(), signature -> printer.styled(Style.BOLD, signature));
            return shortened(whole, rows, "... :doc " + found.name() + " shows the rest");
        });
    }

    private String shortened(String text, int rows, String note) {
        List<String> lines = text.lines().toList();
        int width = session.printer().columns();
        int used = 0;
        for (int i = 0; i < lines.size(); i++) {
            used += 1 + Math.max(0, TextWidth.of(lines.get(i)) - 1) / width;
            if (used > rows - 1 && (used > rows || i < lines.size() - 1)) {
                String shown = String.join("\n", lines.subList(0, i));
                return shown + "\n" + session.printer().styled(Style.DIM, note);
            }
        }
        return text;
    }
}
