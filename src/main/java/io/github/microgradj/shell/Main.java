package io.github.microgradj.shell;

import io.github.microgradj.archive.ArchiveMaker;
import io.github.microgradj.archive.ArchiveUpdater;
import io.github.microgradj.command.CommandRegistry;
import io.github.microgradj.command.Settings;
import io.github.microgradj.editor.Window;
import io.github.microgradj.output.Printer;
import io.github.microgradj.output.Theme;
import io.github.microgradj.report.Outcome;
import io.github.microgradj.session.Scripts;
import io.github.microgradj.session.Session;
import io.github.microgradj.snippet.SnippetEngine;
import io.github.microgradj.text.TextWidth;
import io.github.microgradj.viz.terminal.ColorLevel;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/**
 * The main program. It reads its options and runs scripts, a line of code, standard input, or the interactive shell.
 */
@CommandLine.Command(
        name = "microgradj-shell",
        description = {
            "An interactive shell for micrograd in Java.",
            "Runs the given files or, without files, the code that is piped to standard input. Without either,"
                    + " it starts the interactive shell."
        },
        sortOptions = false,
        footer = {
            "",
            "Exit status: 0 for success, 1 if a script has an error, 2 for an invalid option, "
                    + "or the status passed to System.exit."
        })
public final class Main {
    @Option(names = "-e", paramLabel = "CODE", description = "Run CODE, print the values of its expressions, and exit.")
    private List<String> code = List.of();

    @Option(names = "-i", description = "Stay in the shell after running the files or CODE.")
    private boolean stay;

    @Option(
            names = "--keep-going",
            description = "Continue after errors in a script and report all of them; the exit status is still 1.")
    private boolean keepGoing;

    @Option(names = "--no-startup", description = "Do not run startup.jsh from the configuration folder.")
    private boolean noStartup;

    @Option(
            names = "--no-color",
            description = "Do not use colours; the environment variable NO_COLOR has the same effect.")
    private boolean noColor;

    @Option(names = "--vector", description = "Train with the Vector API; starting takes slightly longer.")
    @SuppressWarnings("UnusedVariable") // The launcher reads it.
    private boolean vector;

    @Option(names = "--warm", description = "Create the class archive that makes the shell start faster, and exit.")
    private boolean warm;

    @Option(names = "--print-classpath", description = "Print the class path for jshell and javac, and exit.")
    private boolean printClasspath;

    @Option(
            names = "--completion",
            description =
                    "Print a completion script for bash and zsh, and exit. Load it with: source <(... --completion)")
    private boolean completion;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Print the version, and exit.")
    private boolean version;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help, and exit.")
    private boolean help;

    @Parameters(
            paramLabel = "FILE",
            description = {
                "Scripts (.jsh, .mg), notebooks (.ipynb), Python files (.py) or Java files (.java) to run one after"
                        + " another in one session; - means standard input.",
                "A Python file runs only if all of it can be translated. For a Java file, main is called. The"
                        + " variable args holds everything after --, or everything from the first word that is not"
                        + " such a file."
            })
    private List<String> operands = List.of();

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, String> environment;

    Main(InputStream in, PrintStream out, PrintStream err, Map<String, String> environment) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.environment = environment;
    }

    public static void main(String[] args) {
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
        StandardOutput output = new StandardOutput(System::exit);
        System.setOut(output.out());
        System.setErr(output.err());
        int status = new Main(System.in, output.out(), output.err(), System.getenv()).run(args);
        System.exit(output.status(status));
    }

    /** Runs the program and returns its exit status. */
    int run(String... args) {
        if (isPlain(args)) {
            return status(runSession());
        }
        String archive = System.getProperty("microgradj.archive");
        if (archive != null && args.length > 1 && args[0].equals("--warm")) {
            return warm(Path.of(archive), List.of(args).subList(1, args.length));
        }
        CommandLine line = new CommandLine(this).setStopAtPositional(true);
        try {
            line.parseArgs(args);
        } catch (ParameterException e) {
            err.println("microgradj-shell: "
                    + TextWidth.visible(String.valueOf(e.getMessage())).replace('\n', ' ')
                    + "; --help shows the options");
            return 2;
        }
        if (warm) {
            err.println("microgradj-shell: --warm works only through the launcher, bin/microgradj-shell, "
                    + "which manages the archive");
            return 2;
        }
        if (help) {
            line.usage(out);
            return 0;
        }
        if (version) {
            out.println(Version.line());
            return 0;
        }
        if (completion) {
            out.println(AutoComplete.bash("microgradj-shell", line));
            return 0;
        }
        if (printClasspath) {
            out.println(System.getProperty("java.class.path"));
            return 0;
        }
        return status(runSession());
    }

    /** Creates the class archive for {@code --warm}. The launcher passes the command line that starts the shell. */
    private int warm(Path archive, List<String> command) {
        try {
            out.println(new ArchiveMaker(archive, command).make());
            return 0;
        } catch (IOException | InterruptedException e) {
            err.println("microgradj-shell: cannot create the class archive: " + e.getMessage());
            return 1;
        }
    }

    /** Parses the two most common command lines without picocli, whose classes cannot be in the class archive. */
    private boolean isPlain(String... args) {
        if (args.length == 2 && args[0].equals("-e")) {
            code = List.of(args[1]);
            return true;
        }
        return args.length == 0;
    }

    private Outcome runSession() {
        boolean terminal = isTerminal();
        Printer printer =
                new Printer(out, err, terminal, terminal ? colours() : ColorLevel.NONE, Theme.detected(environment));
        if (terminal) {
            printer.setWidth(Window::columnsOfInput);
        }
        try (Session session = new Session(
                () -> new SnippetEngine(Startup.script()),
                printer,
                new CommandRegistry(
                        Commands.all(environment),
                        UserDirectories.of(environment).home()),
                new Settings())) {
            Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
            Thread.setDefaultUncaughtExceptionHandler(session::failed);
            try {
                Outcome outcome = run(session, terminal);
                if (outcome instanceof Outcome.Success || outcome instanceof Outcome.Failure) {
                    session.engine().awaitThreads();
                }
                return outcome;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Outcome.Interrupted();
            } finally {
                Thread.setDefaultUncaughtExceptionHandler(before);
            }
        }
    }

    /**
     * Returns whether input and output are both connected to a
     * terminal. Since Java 22, System.console() is non-null even for a
     * pipe, but the console reports whether it is a terminal.
     */
    @SuppressWarnings("SystemConsoleNull") // The console is null in a pipe on Java 17.
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private ColorLevel colours() {
        String type = environment.getOrDefault("TERM", "dumb");
        if (noColor || !environment.getOrDefault("NO_COLOR", "").isEmpty() || type.equals("dumb")) {
            return ColorLevel.NONE;
        }
        if (environment.getOrDefault("COLORTERM", "").matches("truecolor|24bit")) {
            return ColorLevel.TRUECOLOR;
        }
        return type.contains("256") ? ColorLevel.ANSI_256 : ColorLevel.ANSI_16;
    }

    private Outcome run(Session session, boolean terminal) {
        Scripts scripts = new Scripts(code, operands, keepGoing);
        if (terminal && (stay || scripts.isEmpty())) {
            ArchiveUpdater.begin();
            return new Shell(session, environment, !noStartup).run(() -> scripts.runAndStay(session, in));
        }
        Outcome outcome = scripts.run(session, in);
        boolean goOn = scripts.isEmpty() || (stay && !(outcome instanceof Outcome.Quit));
        return goOn ? scripts.ofStandardInput().run(session, in) : outcome;
    }

    private static int status(Outcome outcome) {
        if (outcome instanceof Outcome.Quit quit) {
            return quit.status();
        }
        return outcome instanceof Outcome.Interrupted ? 130 : outcome instanceof Outcome.Success ? 0 : 1;
    }
}
