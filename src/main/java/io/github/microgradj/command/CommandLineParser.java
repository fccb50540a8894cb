package io.github.microgradj.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A command line, split into the command's name and the rest. If the command takes an expression, this class also
 * splits the rest, because picocli would read {@code -a*b} as an option and split {@code x -> f(x, 1)} at its spaces.
 */
public record CommandLineParser(String name, String rest) {
    /**
     * Matches the special lines of IPython, such as {@code %timeit x} and {@code !ls -l}. If no path follows {@code !},
     * at least two words must follow it, because {@code !done} is Java.
     */
    public static final String FOREIGN_LINE = "(?:%%?[a-z].*|![./~].*|!\\s*[a-z][\\w-]*\\s+[^\\s&|?=!^:;)].*)";

    private static final Pattern FOREIGN = Pattern.compile("(%%?|!)\\s*(\\S.*)", Pattern.DOTALL);

    private static final Pattern LINE = Pattern.compile("[:/]?\\s*([^\\s:/]\\S*)(?:\\s+(.*))?", Pattern.DOTALL);
    /** Matches an option after an operand. Neither {@code --word} nor {@code --word -3} is valid Java there. */
    private static final Pattern OPTION_BEHIND = Pattern.compile(
            "(.*[\\w$)\\]\"'])\\s+(--[a-z][a-z-]+)(?:[\\s=]+(-?[\\w.][\\w.+-]*(?:,\\s*-?[\\w.][\\w.+-]*)*))?",
            Pattern.DOTALL);

    private static final Pattern PICTURE = Pattern.compile(
            "(.*\\S)\\s+(\"[^\"]+\\.(?:svg|png|dot|gif|jpe?g|pdf|html)\""
                    + "|[^\\s\"]+\\.(?:svg|png|dot|gif|jpe?g|pdf|html))",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    /**
     * Matches a file name that follows an operand and has an extension that {@link #PICTURE} does not list. A name such
     * as {@code out.xyz} is not valid Java there. {@code (Value)} does not count as an operand. The command that draws
     * the picture rejects the extension.
     */
    private static final Pattern OTHER_FILE = Pattern.compile(
            "(.*(?:[\\w$\\]](?<!\\b(?:new|instanceof))|[\\w$]\\([^()]*\\)))\\s+([^\\s\"(]+\\.[a-z]{2,5})",
            Pattern.DOTALL);

    /**
     * Matches a request for documentation, such as {@code ?Value.relu} or {@code Value.relu?}. A question mark after a
     * space is not such a request, because it may be part of {@code a ? b : c}.
     */
    public static final String QUESTION = "(?:\\?(?<asked>(?:[:\\w$][\\w.$]*)?)|(?<name>[a-zA-Z_$][\\w.$]*)\\?{1,2})";

    private static final Pattern NEEDLESS = Pattern.compile(
            "%(?:matplotlib|load_ext|autoreload|config|pylab)\\b.*|[%!]\\s*(?:pip3?|conda)\\b.*|%%(?!\\S+\\s+\\S).*");

    private static final Pattern PACKAGE = Pattern.compile("package\\s+([\\w.]+)\\s*;");

    /**
     * Returns a note about a line that a notebook or a Java file needs but the shell does not, or empty for any other
     * line.
     */
    public static Optional<String> needless(String line) {
        String magic = line.strip();
        Matcher ofPackage = PACKAGE.matcher(magic);
        if (ofPackage.matches()) {
            return Optional.of("skipped package " + ofPackage.group(1) + ": the shell needs no package declaration");
        }
        if (!NEEDLESS.matcher(magic).matches()) {
            return Optional.empty();
        }
        String word = magic.replaceFirst("\\s.*", "");
        String instead = magic.startsWith("%%")
                ? " is not supported; :timeit CODE times a line of code, and :sh runs a program"
                : magic.matches("[%!]\\s*(?:pip|conda).*")
                        ? " is not needed here; :classpath adds a jar"
                        : " is not needed here; :plot and :graph draw pictures";
        return Optional.of((word.equals("!") ? magic : word) + instead);
    }

    static CommandLineParser of(String line) throws UserError {
        Matcher question = Pattern.compile(QUESTION).matcher(line.strip());
        if (question.matches()) {
            String name = Objects.requireNonNullElse(question.group("name"), question.group("asked"));
            return new CommandLineParser(name.isEmpty() ? "help" : "doc", name);
        }
        Matcher foreign = FOREIGN.matcher(line.strip());
        if (foreign.matches()) {
            return of((foreign.group(1).equals("!") ? ":sh " : ":") + foreign.group(2));
        }
        Matcher matcher = LINE.matcher(line.strip().replaceFirst(";$", ""));
        if (!matcher.matches()) {
            throw new UserError("a command needs a name after the colon; :help lists the commands");
        }
        return new CommandLineParser(
                matcher.group(1),
                matcher.group(2) == null ? "" : matcher.group(2).strip());
    }

    /** Returns the arguments for picocli to parse. */
    List<String> arguments(CommandLine model, Command.Argument kind) {
        if (kind == Command.Argument.WORDS) {
            return QuotedWords.of(rest);
        }
        List<String> arguments = new ArrayList<>();
        String text = rest;
        Matcher word = QuotedWords.WORD.matcher(text);
        while (word.lookingAt()) {
            OptionSpec option = model.getCommandSpec().findOption(word.group().split("=", 2)[0]);
            if (option == null && looksLikeOption(word.group(), text)) {
                return QuotedWords.of(rest); // Picocli reports the error.
            }
            if (option == null) {
                break;
            }
            boolean takesNext = option.arity().min() > 0 && !word.group().contains("=");
            arguments.add(word.group());
            text = text.substring(word.end()).stripLeading();
            word = QuotedWords.WORD.matcher(text);
            if (takesNext && word.lookingAt()) {
                arguments.add(QuotedWords.unquoted(word));
                text = text.substring(word.end()).stripLeading();
                word = QuotedWords.WORD.matcher(text);
            }
        }
        if (kind == Command.Argument.LINE) {
            if (!text.isEmpty()) {
                arguments.addAll(List.of("--", text));
            }
            return arguments;
        }
        List<String> operands = new ArrayList<>();
        if (kind == Command.Argument.EXPRESSION) {
            text = cutFile(text, operands);
        }
        for (Matcher behind = OPTION_BEHIND.matcher(text); behind.matches(); behind = OPTION_BEHIND.matcher(text)) {
            OptionSpec option = model.getCommandSpec().findOption(behind.group(2));
            boolean takesValue = option != null && option.arity().max() > 0;
            if (option == null || takesValue != (behind.group(3) != null)) {
                return QuotedWords.of(rest); // Picocli reports the error.
            }
            arguments.addAll(takesValue ? List.of(behind.group(2), behind.group(3)) : List.of(behind.group(2)));
            text = behind.group(1);
        }
        if (kind == Command.Argument.EXPRESSION && operands.isEmpty()) {
            text = cutFile(text, operands);
        }
        if (!text.isEmpty()) {
            arguments.add("--");
            arguments.add(text);
            arguments.addAll(operands);
        }
        return arguments;
    }

    /**
     * Returns whether a word looks like a mistyped option: it starts with two dashes and a letter, and more text
     * follows it. A Java expression that starts in this way would decrement a variable, which is unlikely in a command.
     */
    private static boolean looksLikeOption(String word, String text) {
        return word.matches("--[a-z][a-z-]+(=.*)?") && text.length() > word.length();
    }

    /**
     * Returns the text before the name of a picture file, and adds that name to {@code operands}. Returns the whole
     * text if it contains no such name.
     */
    private static String cutFile(String text, List<String> operands) {
        Matcher last = Stream.of(PICTURE, OTHER_FILE)
                .map(pattern -> pattern.matcher(text))
                .filter(Matcher::matches)
                .findFirst()
                .orElse(null);
        if (last == null) {
            return text;
        }
        Matcher file = QuotedWords.WORD.matcher(last.group(2));
        if (file.matches()) {
            operands.add(QuotedWords.unquoted(file));
        }
        return last.group(1);
    }
}
