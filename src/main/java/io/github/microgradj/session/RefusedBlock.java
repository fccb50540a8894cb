package io.github.microgradj.session;

import io.github.microgradj.output.Printer;
import io.github.microgradj.report.Outcome;
import io.github.microgradj.session.InputSplitter.Unit;
import io.github.microgradj.text.TextWidth;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The lines that are indented below a rejected line. They must not run without that line, because it may be the header
 * of an unrecognized block, such as {@code foreach x in xs}.
 */
final class RefusedBlock {
    /** Matches text that ends with a semicolon or a closing brace and is therefore not the header of a block. */
    private static final Pattern WHOLE = Pattern.compile("(?s).*[;}]\\s*");

    private static final int COLUMNS = 40;

    private final Printer printer;
    private Optional<Unit> header = Optional.empty();
    private boolean said;

    RefusedBlock(Printer printer) {
        this.printer = printer;
    }

    /** Records the outcome of a unit. */
    void ran(Unit unit, Outcome outcome) {
        boolean refused = outcome instanceof Outcome.Failure failure && failure.start() >= 0;
        boolean begins =
                refused && !unit.command() && !WHOLE.matcher(unit.text()).matches();
        header = Optional.of(unit).filter(each -> begins);
        said = false;
    }

    /** Returns whether a unit belongs to the block of a rejected line. Prints a note about the first such unit. */
    boolean contains(Unit unit) {
        boolean inside = header.isPresent()
                && !unit.command()
                && unit.line() > header.get().line()
                && indentation(unit) > indentation(header.get());
        if (inside && !said) {
            String line = header.get().text().lines().findFirst().orElse("").strip();
            printer.note("not run: the lines indented below " + TextWidth.cut(line, COLUMNS));
            said = true;
        }
        return inside;
    }

    private static int indentation(Unit unit) {
        return unit.text().length() - unit.text().stripLeading().length();
    }
}
