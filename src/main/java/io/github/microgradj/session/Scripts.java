package io.github.microgradj.session;

import io.github.microgradj.command.NotebookRun;
import io.github.microgradj.command.RunMode;
import io.github.microgradj.command.TextFile;
import io.github.microgradj.command.UserError;
import io.github.microgradj.report.ErrorReport;
import io.github.microgradj.report.Outcome;
import io.github.microgradj.text.TextWidth;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The code or the files to run in one session, as given on a command line. The remaining arguments are in the variable
 * {@code args}.
 */
public final class Scripts {
    private static final String STANDARD_INPUT = "-";
    private static final Pattern FILE = Pattern.compile("-|.*\\.(?:jsh|java|mg|py|ipynb)");
    private static final Pattern NAMES_ARGUMENTS = Pattern.compile("\\bargs\\b");

    private final List<String> code;
    private final List<String> files;
    private final String[] arguments;
    private final boolean keepGoing;

    /**
     * Parses a command line.
     *
     * @param code the code to run instead of files
     * @param operands the files, unless there is code, followed by the arguments. The first file may have any name;
     *      each further file is {@code -} for standard input, or ends in {@code .jsh}, {@code .java}, {@code .mg},
     *      {@code .py} or {@code .ipynb}. The arguments begin after {@code --} or with the first word that does not
     *      name such a file
     */
    public Scripts(List<String> code, List<String> operands, boolean keepGoing) {
        int end = code.isEmpty() ? Math.min(1, operands.size()) : 0;
        while (end > 0
                && end < operands.size()
                && FILE.matcher(operands.get(end)).matches()) {
            end++;
        }
        boolean separated = end < operands.size() && operands.get(end).equals("--");
        this.code = code;
        this.files = operands.subList(0, end);
        this.arguments =
                operands.subList(separated ? end + 1 : end, operands.size()).toArray(String[]::new);
        this.keepGoing = keepGoing;
    }

    /** Returns a copy that runs standard input instead, with the same arguments. */
    public Scripts ofStandardInput() {
        return new Scripts(
                List.of(),
                Stream.concat(Stream.of(STANDARD_INPUT, "--"), Stream.of(arguments))
                        .toList(),
                keepGoing);
    }

    public boolean isEmpty() {
        return code.isEmpty() && files.isEmpty();
    }

    public Outcome run(Session session, InputStream in) {
        session.setKeepGoing(keepGoing);
        try {
            return code.isEmpty() ? runFiles(session, in) : runCode(session);
        } finally {
            session.setKeepGoing(false);
        }
    }

    /** Runs the scripts before the interactive shell starts. Their arguments remain available at the prompt. */
    public Outcome runAndStay(Session session, InputStream in) {
        if (arguments.length > 0) {
            session.engine().define("args", "String[]", arguments);
        }
        return run(session, in);
    }

    private Outcome runCode(Session session) {
        String text = String.join("\n", code);
        defineArguments(session, text);
        return session.run(text, "-e", RunMode.ONE_LINER);
    }

    private Outcome runFiles(Session session, InputStream in) {
        Outcome worst = Outcome.SUCCESS;
        for (String file : files) {
            Outcome outcome = runFile(session, file, in);
            if (!goesOn(outcome)) {
                return outcome;
            }
            worst = outcome instanceof Outcome.Failure ? outcome : worst;
        }
        return worst;
    }

    private Outcome runFile(Session session, String file, InputStream in) {
        try {
            if (file.equals(STANDARD_INPUT)) {
                return runPiped(session, in);
            }
            if (NotebookRun.isNotebook(file)) {
                return runNotebook(session, file);
            }
            String text = TextFile.read(Path.of(file));
            defineArguments(session, text);
            Outcome outcome = session.runScript(text, file);
            return file.endsWith(".java") && outcome instanceof Outcome.Success
                    ? runMain(session, file, text)
                    : outcome;
        } catch (InvalidPathException e) {
            return failed(session, "there is no file " + TextWidth.visible(file));
        } catch (IOException e) {
            return failed(session, "cannot read standard input: " + e.getMessage());
        } catch (UserError e) {
            return failed(session, ErrorReport.message(e));
        }
    }

    private Outcome runNotebook(Session session, String file) throws UserError {
        Outcome outcome =
                NotebookRun.of(Path.of(file), session, session.printer()).run(keepGoing);
        if (keepGoing && outcome instanceof Outcome.Failure failure) {
            session.printer().error("microgradj-shell: " + failure.message());
        }
        return outcome;
    }

    /** Runs standard input as it arrives. A snippet cannot read standard input, because all of the input is code. */
    private Outcome runPiped(Session session, InputStream in) throws IOException, UserError {
        PipedText piped = new PipedText(in, "standard input");
        InputStream before = System.in;
        System.setIn(InputStream.nullInputStream());
        try {
            Outcome worst = Outcome.SUCCESS;
            for (int lines = 0; !piped.isAtEnd() && goesOn(worst); ) {
                String text = piped.next(read -> !InputSplitter.endsIncomplete(read, session.engine()::cut));
                defineArguments(session, text);
                Outcome outcome = session.run("\n".repeat(lines) + text, "standard input", RunMode.SCRIPT);
                worst = outcome instanceof Outcome.Success ? worst : outcome;
                lines += (int) text.chars().filter(c -> c == '\n').count();
            }
            return worst;
        } finally {
            System.setIn(before);
        }
    }

    private boolean goesOn(Outcome outcome) {
        return outcome instanceof Outcome.Success || (keepGoing && outcome instanceof Outcome.Failure);
    }

    private Outcome runMain(Session session, String file, String text) throws UserError {
        Optional<String> call = JavaFile.of(text).call(session.context().evaluator());
        if (call.isEmpty()) {
            session.printer().error("note: " + file + " has no main method; only its declarations ran");
            return Outcome.SUCCESS;
        }
        defineArguments(session, call.get());
        return session.run(call.get(), file, RunMode.SCRIPT);
    }

    /**
     * Declares {@code args} only if the text uses it, because declaring it takes longer than running a small script.
     */
    private void defineArguments(Session session, String text) {
        if (NAMES_ARGUMENTS.matcher(text).find()) {
            session.engine().define("args", "String[]", arguments);
        }
    }

    private static Outcome failed(Session session, String message) {
        session.printer().error("microgradj-shell: " + TextWidth.visible(message));
        return new Outcome.Failure(message);
    }
}
