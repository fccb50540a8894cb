package io.github.microgradj.session;

import io.github.microgradj.output.Printer;
import io.github.microgradj.report.Outcome;
import io.github.microgradj.session.InputSplitter.Unit;
import io.github.microgradj.text.TextWidth;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The lines that are indented below a line that was refused. They must not run without it: it may begin a block in a form that
 * is not recognized, such as {@code foreach x in xs}.
 */
final class RefusedBlock {
    /** A text with such an end begins no block. */
    private static final Pattern WHOLE = Pattern.compile("(?s).*[;}]\\s*");

    private static final int COLUMNS = 40;

    private final Printer printer;
    private Optional<Unit> header = Optional.empty();
    private boolean said;

    RefusedBlock(Printer printer) {
        this.printer = printer;
    }

    /** Notes how a unit ended. */
    void ran(Unit unit, Outcome outcome) {
        boolean refused = outcome instanceof Outcome.Failure failure && failure.start() >= 0;
        boolean begins =
                refused && !unit.command() && !WHOLE.matcher(unit.text()).matches();
        header = Optional.of(unit).filter(each -> begins);
        said = false;
    }

    /** Returns whether a unit belongs to the block of the one before, and says so once. */
    boolean contains(Unit unit) {
        boolean inside = header.isPresent()
                && !unit.command()
                && unit.line() > header.get().line()
                && indentation(unit) > indentation(header.get());
        if (inside && !said) {
            String line = header.get().text().lines().findFirst().orElse("").strip();
            printer.note("not run: what is indented below " + TextWidth.cut(line, COLUMNS));
            said = true;
        }
        return inside;
    }

    private static int indentation(Unit unit) {
        return unit.text().length() - unit.text().stripLeading().length();
    }
}
