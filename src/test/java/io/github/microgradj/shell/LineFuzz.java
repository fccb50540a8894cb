package io.github.microgradj.shell;

import io.github.microgradj.command.RunMode;
import io.github.microgradj.fuzz.Corpus;
import io.github.microgradj.fuzz.Fuzzing;
import io.github.microgradj.fuzz.Mutations;
import io.github.microgradj.report.Outcome;
import io.github.microgradj.session.InputSplitter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;

/**
 * Fuzz tests of input that is typed or pasted at the prompt: Java, infix, Python, prompts, Markdown fences and
 * commands.
 */
class LineFuzz {
    private static final int LIFETIME = 200;

    /** A header that cannot be Java. */
    private static final Pattern PYTHON_HEADER = Pattern.compile(
            "(?:for|if|while|def|class|with|try|elif|else|except|finally|match)\\b(?!\\s*=|.*/\\*)[^\\n;?{}]*:[ \\t]*");

    /** A line that Python would read as part of the block. */
    private static final Pattern OF_BODY = Pattern.compile("(?:\\.\\.\\. )?[ \\t].*");

    private static final List<String> HEADERS = List.of(
            "for i in range(3):",
            "for x, y in zip(xs, ys):",
            "if w.data > 5:",
            "if 1 > 0:",
            "while True:",
            "while x.data < 3 and not done:",
            "def f(x):",
            "def __init__(self, nin, nout=1, **kw) -> int:",
            "class Neuron(Module):",
            "with open('x') as f:",
            "try:",
            "else:",
            "elif x == 'a':",
            "except ValueError as e:");

    private static final List<String> BODIES = List.of(
            "\n    hits[0] += 1",
            "\n\thits[0] += 1",
            " hits[0] += 1",
            "\n    # why\n    hits[0] += 1\n",
            "\n\n    hits[0]++;",
            "\n    if True:\n        hits[0] += 1\n    hits[0] += 1",
            "\n  x = 3\n  hits[0] += x\n");

    private static final List<String> UNITS = List.of(
            "{ hits[0]++; %s }",
            "for (int i = 0; i < 2; i++) { hits[0]++; %s }",
            "hits[0]++ + (%s)",
            "var q = List.of(hits[0]++, %s)",
            "q = hits[0]++ + %s",
            "if (hits[0]++ >= 0) %s",
            "print(hits[0]++, %s)");

    @Example
    void lines() {
        fuzz("lines", 0.36, Mutations.of(Corpus.inputs()), new FuzzedSession());
    }

    @Example
    void commands() {
        fuzz("commands", 0.2, Mutations.of(Corpus.commands()), new FuzzedSession());
    }

    @Example
    void blocksThatAreRefused() {
        Arbitrary<String> blocks = Combinators.combine(
                        Mutations.of(HEADERS), Arbitraries.of(BODIES), Arbitraries.of("", ">>> "))
                .as((header, body, prompt) ->
                        prompt + header + (prompt.isEmpty() ? body : body.replace("\n", "\n... ")));
        fuzz("blocks", 0.12, blocks, new RefusedBlocks());
    }

    /** A session that checks refused blocks: if a Python header is not understood, its body does not run either. */
    private static final class RefusedBlocks extends FuzzedSession {
        @Override
        Optional<String> run(String input) {
            super.run(input);
            String header = input.replaceFirst("^>>> ", "").lines().findFirst().orElse("");
            boolean refused = PYTHON_HEADER.matcher(header).matches()
                    && input.lines().filter(line -> line.contains("hits")).allMatch(OF_BODY.asMatchPredicate())
                    && printed().contains("error: ");
            return refused && hits() > 0 ? Optional.of("runs the body of a refused block") : Optional.empty();
        }
    }

    @Example
    void unitsThatAreRefused() {
        List<String> single = Corpus.inputs().stream()
                .filter(input -> !input.contains("\n") && input.length() < 80)
                .toList();
        Arbitrary<String> units = Combinators.combine(Arbitraries.of(UNITS), Mutations.of(single))
                .as((unit, rest) -> unit.replace("%s", rest));
        fuzz("units", 0.12, units, new RefusedUnits());
    }

    /** A session that checks refused units: if a snippet is not understood, no part of it runs. */
    private static final class RefusedUnits extends FuzzedSession {
        @Override
        Optional<String> run(String input) {
            InputSplitter units =
                    new InputSplitter(input, source -> session().engine().cut(source));
            if (!units.hasNext() || units.next().command() || units.hasNext()) {
                return Optional.empty();
            }
            boolean refused = session().run(input, "fuzz", RunMode.SCRIPT) instanceof Outcome.Failure failure
                    && failure.start() >= 0;
            return refused && hits() > 0 ? Optional.of("runs a part of what it refuses") : Optional.empty();
        }
    }

    private static void fuzz(String name, double share, Arbitrary<String> inputs, FuzzedSession target) {
        try (target) {
            Fuzzing.run(name, share, LIFETIME, inputs, target);
        }
    }
}
