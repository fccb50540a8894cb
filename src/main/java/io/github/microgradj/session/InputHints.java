package io.github.microgradj.session;

import io.github.microgradj.command.CommandContext;
import io.github.microgradj.command.RunMode;
import io.github.microgradj.command.Setting;
import io.github.microgradj.command.UserError;
import io.github.microgradj.command.argument.ValueNames;
import io.github.microgradj.language.infix.InfixTranslator;
import io.github.microgradj.report.Outcome;
import io.github.microgradj.snippet.runtime.LeafNames;
import io.github.microgradj.snippet.runtime.ZeroGradGuard;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hints about what a person typed or pasted. Scripts get none. */
final class InputHints {
    private static final Pattern PYTHONS_HELP = Pattern.compile("help\\(\\s*([\\w.$]*)\\s*\\);?");
    private static final Pattern MAIN = Pattern.compile("\\bvoid\\s+main\\s*\\(");

    private final CommandContext context;
    private boolean declaringNoted;
    private boolean divisionNoted;

    InputHints(CommandContext context) {
        this.context = context;
    }

    private boolean areOn(RunMode mode) {
        return mode == RunMode.INTERACTIVE && context.settings().isOn(Setting.HINTS);
    }

    private void print(String hint) {
        context.printer().note("hint: " + hint);
    }

    /** If the pasted text is a Java file, prints the call that runs its {@code main} method. */
    void ofMain(String text, RunMode mode) {
        if (!areOn(mode) || !MAIN.matcher(text).find()) {
            return;
        }
        try {
            JavaFile.of(text)
                    .call(context.evaluator())
                    .map(call -> call.replace("(args);", "(new String[0]);"))
                    .ifPresent(call -> print(call + " runs it"));
        } catch (UserError e) {
            // The class was not declared. The error has already been reported.
        }
    }

    /**
     * Begins a snippet. If hints are on, a hint is printed when {@code backward()} in the snippet adds to old
     * gradients.
     */
    void beginSnippet(RunMode mode) {
        ZeroGradGuard.beginSnippet(areOn(mode) ? new ZeroGradHints() : null);
    }

    /**
     * Prints a hint about a snippet that ran.
     *
     * @param java whether the snippet ran unchanged as Java, so that its division of whole numbers drops the fraction
     */
    void ofSuccess(String text, boolean java, RunMode mode) {
        Optional<String> hint = areOn(mode) ? InfixTranslator.hint(text) : Optional.empty();
        if (java) {
            hint.ifPresent(this::print);
        } else if (hint.isPresent() && hint.get().contains("whole numbers")) {
            ofDivision(mode);
        }
    }

    /** Prints a hint, once in a session, about how Python's division of whole numbers differs from Java's. */
    void ofDivision(RunMode mode) {
        if (areOn(mode) && !divisionNoted) {
            print("dividing whole numbers keeps the fraction here, as in Python; in Java, 2/3 is 0");
            divisionNoted = true;
        }
    }

    /** Prints a note, once in a session, that an assignment has declared its variable. */
    void ofDeclared(List<String> declared, RunMode mode) {
        if (mode == RunMode.INTERACTIVE && !declaringNoted && !declared.isEmpty()) {
            context.printer().note(declared.get(0) + " did not exist; it is now declared, as in Python");
            declaringNoted = true;
        }
    }

    /**
     * Returns the command that answers Python's {@code help(...)}, or empty if the text is anything else or the user
     * has declared {@code help}.
     */
    Optional<String> helpFor(String text) {
        Matcher asked = PYTHONS_HELP.matcher(text.strip());
        boolean declared = context.evaluator().engine().declarations().names().contains("help");
        return declared || !asked.matches()
                ? Optional.empty()
                : Optional.of(asked.group(1).isEmpty() ? ":help" : ":doc " + asked.group(1));
    }

    /**
     * Adds a hint to the error for {@code !ls}, which Java reads as a negated variable, and for a command without its
     * colon.
     */
    Outcome.Failure added(Outcome.Failure failure, String text) {
        String hint = "";
        if (failure.message().startsWith("there is no variable") && text.matches("![a-z][\\w-]*")) {
            hint = "; to run a program, type :sh " + text.substring(1);
        } else if (failure.start() == 0 && !commandIn(text).isEmpty()) {
            hint = "; the command is :" + commandIn(text);
        }
        return new Outcome.Failure(failure.message() + hint, failure.start(), failure.position(), failure.end());
    }

    /** Returns the command whose name is the first word of the text, or an empty string if there is none. */
    String commandIn(String text) {
        String word = text.strip().replaceFirst("(?s)\\s.*", "");
        return context.commands().names().contains(word) ? word : "";
    }

    private final class ZeroGradHints implements ZeroGradGuard.Listener {
        @Override
        public void hint(String text) {
            print(text);
        }

        @Override
        public LeafNames names() {
            return context.evaluator().engine().isSnippetThread()
                    ? ValueNames.of(context.evaluator().engine())
                    : new ValueNames();
        }
    }
}
